package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.observe.ObservedSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can go wrong is said plainly, and nothing is lost. */
class TroubleTest {

  private static final String QUESTION = "What's the temperature in Toronto?";
  private static final String ANSWER = "The temperature in Toronto is 22 degrees celsius.";

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();

  private Page talked() {
    Page page = ConsoleInBrowser.ready(browser.start(LocalRealtime.builder()).browser(null).page());
    ConsoleInBrowser.say(page, QUESTION);
    ConsoleInBrowser.heard(page, ANSWER);
    return page;
  }

  private static Locator notice(Page page, String name) {
    return page.locator(".notice[data-name=" + name + "]");
  }

  @Test
  void aRefusedMicrophoneLeavesTheTextBox() {
    Page page = ConsoleInBrowser.ready(browser.start(LocalRealtime.builder()).browser(null).page());

    page.locator("#mic").click();

    notice(page, "problem").waitFor();
    assertThat(notice(page, "problem").locator("p").innerText())
        .isEqualTo(
            "The microphone was refused. Allow it in the browser’s site settings and try again, or"
                + " type instead.");
    assertThat(page.locator("#mic").getAttribute("aria-pressed")).isEqualTo("false");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("say");
    ConsoleInBrowser.say(page, QUESTION);
    ConsoleInBrowser.heard(page, ANSWER);
  }

  @Test
  void aServerThatIsGoneComesBackAndWhatWasThereStays() {
    Page page = talked();
    int port = browser.console().address().getPort();

    browser.console().close();
    browser.model().close();

    notice(page, "link").waitFor();
    assertThat(notice(page, "link").innerText())
        .contains("server is gone. Everything here is kept.");
    ConsoleInBrowser.say(page, "And in Paris?");
    assertThat(notice(page, "problem").innerText()).contains("Your text stays here");
    assertThat(page.getByLabel("Write to the agent").inputValue()).isEqualTo("And in Paris?");
    assertThat(page.locator(".turn.agent .words").allInnerTexts()).containsExactly(ANSWER);

    // Its ids begin anew, too, and must not be taken for those of before.
    browser.start(LocalRealtime.builder(), port);

    ConsoleInBrowser.ready(page);
    notice(page, "link")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    page.getByLabel("Write to the agent").fill("What's the temperature in Paris?");
    page.locator("#send").click();
    ConsoleInBrowser.heard(page, "The temperature in Paris is 22 degrees celsius.");
    assertThat(page.locator(".turn.agent .words").allInnerTexts()).startsWith(ANSWER).hasSize(2);
    assertThat(page.locator(".turn.call").count()).isEqualTo(2);
  }

  @Test
  void aSecondTabIsToldAndMayTakeTheConversationOver() {
    Page first = talked();

    Page second = browser.tab(first.context().newPage());

    notice(second, "link").waitFor();
    assertThat(notice(second, "link").innerText()).contains("This console is open in another tab.");
    assertThat(first.locator("#state").innerText()).isEqualTo("Live");

    second.getByText("Use it here").click();

    ConsoleInBrowser.heard(second, ANSWER);
    notice(first, "link").waitFor();
    assertThat(notice(first, "link").innerText()).contains("Another tab took this console over.");
    ConsoleInBrowser.say(second, "What's the temperature in Paris?");
    ConsoleInBrowser.heard(second, "The temperature in Paris is 22 degrees celsius.");
    assertThat(browser.model().sessions()).hasSize(1);
  }

  @Test
  void anEndedSessionIsStartedAnewOnDemand() {
    Page page = talked();

    browser.session().close(1008, "The model went home");

    notice(page, "session").waitFor();
    assertThat(notice(page, "session").innerText())
        .contains("1008")
        .contains("The model went home");
    page.getByText("Start a new session").click();
    ConsoleInBrowser.ready(page);
    ConsoleInBrowser.say(page, "What's the temperature in Paris?");
    ConsoleInBrowser.heard(page, "The temperature in Paris is 22 degrees celsius.");
  }

  @Test
  void aHundredThousandEventsLeaveThePageQuickAndSmall() {
    Page page = talked();
    ObservedSession session = browser.session();

    for (int i = 0; i < 100_000; i++) {
      session.inject(
          "{\"type\":\"load.%d\",\"event_id\":\"e%d\",\"text\":\"number %d\"}"
              .formatted(i % 7, i, i));
    }

    page.waitForFunction("() => parlando.run.log.end >= 100_050");
    assertThat(page.evaluate("parlando.run.log.size")).isEqualTo(100_000);
    page.locator("#event-count", new Page.LocatorOptions().setHasText("were let go to save memory"))
        .waitFor();
    assertThat(page.locator(".events .row").count()).isBetween(5, 80);
    // From one end to the other, by keyboard.
    page.locator(".virtual").focus();
    page.keyboard().press("Home");
    page.locator(".row", new Page.LocatorOptions().setHasText("number 9")).first().waitFor();
    page.keyboard().press("Escape");
    page.getByLabel("Filter events").fill("number 99999");
    page.locator(".row.server", new Page.LocatorOptions().setHasText("number 99999")).waitFor();
    assertThat(page.locator(".events .row").count()).isEqualTo(1);
    ConsoleInBrowser.say(page, "What's the temperature in Paris?");
    ConsoleInBrowser.heard(page, "The temperature in Paris is 22 degrees celsius.");
    assertThat(browser.problems()).isEmpty();
  }
}
