package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parlando.testkit.LocalRealtime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Speaking and hearing: audio goes in by the browser's microphone and comes out of its speaker. */
class SpokenTurnTest {

  private static final String QUESTION = "What's the temperature in Toronto?";

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();
  @TempDir Path folder;

  @Test
  void aSpokenQuestionIsHeardCallsAToolAndIsAnsweredAloud() throws Exception {
    Path microphone = new Speech().silence(600).words(QUESTION).writeTo(folder);
    Page page =
        ConsoleInBrowser.ready(
            browser
                .start(LocalRealtime.builder().speechRate(4).brain(new Hearing(QUESTION)))
                .browser(microphone)
                .page());

    // The tones that stand for words are noise to the browser, which would take them out.
    page.getByText("Devices").click();
    page.getByLabel("Take out echo and noise").uncheck();
    page.locator("#mic").click();

    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");
    assertThat(page.locator(".turn.user .words").allInnerTexts()).containsExactly(QUESTION);
    assertThat(page.locator(".turn.call .how").allInnerTexts()).containsExactly("done");
    // What the speaker puts out, measured where it leaves the page.
    page.waitForFunction(
        "+document.querySelector('.level.agent').getAttribute('aria-valuenow') > 40");
    JsonNode call =
        browser
            .session()
            .awaitServerEvent("response.function_call_arguments.done", ConsoleInBrowser.PATIENCE);
    assertThat(call.path("arguments").asString()).isEqualTo("{\"city\":\"Toronto\"}");
    // Heard to its end: what was generated is what was played.
    page.waitForFunction(
        """
        () => [...parlando.run.story.outputs.values()]
            .some((output) => output.ms > 1000 && Math.abs(output.heardMs - output.ms) < 1)
        """);
    assertThat(browser.session().serverEvents("error")).isEmpty();
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void whoSpeaksOverTheAgentCutsItOffWhereItWasHeard() throws Exception {
    Path microphone = new Speech().silence(1_500).words("Stop please").writeTo(folder);
    Page page =
        ConsoleInBrowser.ready(
            browser.start(LocalRealtime.builder().speechRate(4)).browser(microphone).page());
    ConsoleInBrowser.say(page, "Find trains from Hamburg to Amsterdam");
    // The agent is being heard when the microphone opens, which is silent for a while.
    page.waitForFunction(
        "() => [...parlando.run.story.outputs.values()].some((output) => output.heardMs > 100)");

    page.locator("#mic").click();

    JsonNode truncate =
        browser.session().awaitClientEvent("conversation.item.truncate", ConsoleInBrowser.PATIENCE);
    int heardMs = truncate.path("audio_end_ms").asInt();
    assertThat(heardMs).isGreaterThan(1_000);
    browser.session().awaitServerEvent("conversation.item.truncated", ConsoleInBrowser.PATIENCE);
    Locator cut = page.locator(".turn.agent.cut .how").first();
    cut.waitFor();
    assertThat(cut.innerText()).startsWith("interrupted");
    // The page played as much as the server was told, but for what was on its way meanwhile.
    double playedMs =
        ((Number)
                page.evaluate(
                    "[...parlando.run.story.outputs.values()].find((each) => each.cutMs !== null).heardMs"))
            .doubleValue();
    assertThat(playedMs).isBetween((double) heardMs, heardMs + 500.0);
    assertThat(browser.session().serverEvents("error")).isEmpty();
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void pushToTalkSendsWhatIsSaidWhileTheButtonIsHeld() throws Exception {
    Path microphone = new Speech().words(QUESTION).words(QUESTION).words(QUESTION).writeTo(folder);
    Page page =
        ConsoleInBrowser.ready(
            browser
                .start(LocalRealtime.builder().brain(new Hearing(QUESTION)))
                .browser(microphone)
                .page());
    page.getByText("Push to talk").click();
    page.locator("#mic").click();
    page.locator("#hold").waitFor();
    page.locator("#hold").focus();

    page.keyboard().down(" ");
    page.waitForFunction(
        "() => [...Array(parlando.run.log.end).keys()].filter((n) => parlando.run.log.at(n).type === 'input_audio_buffer.append').length > 20");
    page.keyboard().up(" ");

    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");
    JsonNode update = browser.session().clientEvents("session.update").get(1);
    assertThat(update.at("/session/audio/input").has("turn_detection")).isTrue();
    assertThat(update.at("/session/audio/input/turn_detection").isNull()).isTrue();
    assertThat(browser.session().clientEvents("input_audio_buffer.commit")).hasSize(1);
    assertThat(browser.session().serverEvents("input_audio_buffer.speech_started")).isEmpty();
    assertThat(browser.session().serverEvents("error")).isEmpty();
    assertThat(browser.problems()).isEmpty();
  }
}
