package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parlando.testkit.LocalRealtime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A written turn goes to the agent, its tool, and back onto the page. */
class TextTurnTest {

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();

  @Test
  void aWrittenQuestionIsAnsweredByWayOfATool() {
    Page page = ConsoleInBrowser.ready(browser.start(LocalRealtime.builder()).browser(null).page());

    ConsoleInBrowser.say(page, "What's the temperature in Toronto?");

    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");
    assertThat(page.locator(".turn.user .words").allInnerTexts())
        .containsExactly("What's the temperature in Toronto?");
    page.getByLabel("Filter events").fill("response.create");
    PlaywrightAssertions.assertThat(page.locator(".row.client .type"))
        .hasText(new String[] {"response.create", "response.create"});
    assertThat(browser.problems()).isEmpty();
  }
}
