package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.parlando.testkit.LocalRealtime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main states fit the screen, wide and narrow, light and dark. Their pictures, in
 * target/screens, are those of the documentation.
 */
class ScreensTest {

  private static final String QUESTION = "And the temperature in Paris?";

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();
  @TempDir Path folder;

  private Page page;

  @BeforeEach
  void start() throws Exception {
    Path microphone = new Speech().silence(1_400).words(QUESTION).writeTo(folder);
    browser
        .start(LocalRealtime.builder().speechRate(4).brain(new Hearing(QUESTION)))
        .browser(microphone);
  }

  /** A conversation with a quick tool, a slow one, and an answer that is interrupted. */
  private void talk(Browser.NewContextOptions options) {
    page = ConsoleInBrowser.ready(browser.page(options));
    ConsoleInBrowser.say(page, "What's the temperature in Toronto?");
    ConsoleInBrowser.heard(page, "22 degrees celsius.");
    heardAll(1);
    ConsoleInBrowser.say(page, "Find trains from Hamburg to Amsterdam");
    page.waitForFunction("() => [...parlando.run.story.outputs.values()][1]?.heardMs > 100");
    page.getByText("Devices").click();
    page.getByLabel("Take out echo and noise").uncheck();
    page.locator("#mic").click();
    page.getByText("Devices").click();
    page.locator(".turn.agent.cut").waitFor();
    ConsoleInBrowser.heard(page, "The temperature in Paris is 22 degrees celsius.");
    heardAll(2);
    page.locator("#mic").click();
  }

  private void heardAll(int outputs) {
    page.waitForFunction(
        "(n) => [...parlando.run.story.outputs.values()].filter((each) => each.ms > 0 && each.heardMs >= each.ms - 1).length >= n",
        outputs);
  }

  private void shoot(String name) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("what is wider than the screen in " + name)
        .isEqualTo(0);
    // After the colours have come to rest.
    page.evaluate(
        "Promise.allSettled(document.getAnimations().map((each) => each.effect.getTiming().iterations === Infinity ? null : each.finished))");
    assertThat(
            new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations())
        .as("what people with a handicap can't use in " + name)
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList())
        .isEmpty();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(Path.of("target", "screens", name + ".png")));
  }

  private static Browser.NewContextOptions desktop(ColorScheme colours) {
    return new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(colours);
  }

  private static Browser.NewContextOptions phone(ColorScheme colours) {
    return new Browser.NewContextOptions()
        .setViewportSize(390, 844)
        .setDeviceScaleFactor(2)
        .setColorScheme(colours);
  }

  private void violation() {
    page.locator("#tab-tools").click();
    Locator tool = page.locator("[data-tool=book_table]");
    tool.locator("summary").click();
    tool.locator("[name=name]").fill("Ada Lovelace");
    tool.locator("[name=guests]").fill("12");
    tool.locator("[name=time]").fill("7 pm");
    tool.locator("[name=seating]").selectOption("terrace");
    tool.getByText("Call by hand").click();
    tool.locator(".outcome .bad").waitFor();
  }

  @Test
  void aWideScreenByDay() {
    talk(desktop(ColorScheme.LIGHT));
    shoot("events");
    page.locator(".events .row", new Page.LocatorOptions().setHasText("response.done"))
        .first()
        .click();
    shoot("inspector");
    page.keyboard().press("Escape");
    page.locator("#inspector button[aria-label=Close]").click();
    violation();
    shoot("tools");
    page.locator("#tab-session").click();
    page.locator(".figure dd").first().waitFor();
    shoot("session");
    page.locator("#tab-calls").click();
    page.locator(".card").first().waitFor();
    shoot("calls");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aWideScreenByNight() {
    talk(desktop(ColorScheme.DARK));
    page.locator("#tab-calls").click();
    page.locator(".card").first().waitFor();
    shoot("calls-dark");
    violation();
    shoot("tools-dark");
    page.locator("#tab-events").click();
    Page second = browser.tab(page.context().newPage());
    second.locator(".notice").waitFor();
    page = second;
    shoot("second-tab-dark");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aNarrowScreenByDay() {
    talk(phone(ColorScheme.LIGHT));
    shoot("phone-talk");
    for (String tab : new String[] {"timeline", "events", "calls", "session"}) {
      page.locator("#tab-" + tab).click();
      assertThat(page.locator("#panel-" + tab).isVisible()).isTrue();
      shoot("phone-" + tab);
    }
    violation();
    shoot("phone-tools");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aNarrowScreenByNight() {
    talk(phone(ColorScheme.DARK));
    shoot("phone-talk-dark");
    page.locator("#tab-timeline").click();
    shoot("phone-timeline-dark");
    assertThat(browser.problems()).isEmpty();
  }
}
