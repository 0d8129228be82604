package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recordings come out of the console and go into it. */
class RecordingTest {

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();

  private Page page() {
    return ConsoleInBrowser.ready(browser.start(LocalRealtime.builder()).browser(null).page());
  }

  @Test
  void whatIsExportedIsARecordingThatCanBeLookedAtAgain() throws IOException {
    Page page = page();
    ConsoleInBrowser.say(page, "What's the temperature in Toronto?");
    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");
    page.locator(".turn.call[data-ending=completed]").waitFor();

    Download download = page.waitForDownload(() -> page.locator("#export").click());

    Path file = download.path();
    Recording recording = Recording.read(file);
    assertThat(recording.events())
        .extracting(RecordedEvent::type)
        .contains("session.update", "response.create", "response.done", "rate_limits.updated");
    page.locator("#import").setInputFiles(file);
    page.getByText("Back to the conversation").waitFor();
    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");
    page.locator("#tab-calls").click();
    PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator(".card pre").allInnerTexts().toString()).contains("\"Toronto\"", "22");
    page.getByText("Back to the conversation").click();
    assertThat(page.locator("#state").innerText()).isEqualTo("Live");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void redactedNothingOfWhatWasSaidIsOnTheScreenOrInTheExport() throws IOException {
    Page page = page();
    ConsoleInBrowser.say(page, "What's the temperature in Toronto?");
    ConsoleInBrowser.heard(page, "The temperature in Toronto is 22 degrees celsius.");

    page.getByText("Redact").click();

    page.locator(".turn.agent .words", new Page.LocatorOptions().setHasText("•••")).waitFor();
    page.locator("#tab-calls").click();
    page.locator("#tab-events").click();
    PlaywrightAssertions.assertThat(page.locator("body")).not().containsText("Toronto");
    Download download = page.waitForDownload(() -> page.locator("#export").click());
    assertThat(Files.readString(download.path()))
        .contains("response.done")
        .doesNotContain("Toronto");
  }

  @Test
  void whatIsNoRecordingIsRefusedWithTheReason() {
    Page page = page();

    page.locator("#import")
        .setInputFiles(
            new FilePayload(
                "shopping.jsonl", "text/plain", "{\"milk\":2}\n".getBytes(StandardCharsets.UTF_8)));

    page.locator(
            ".notice",
            new Page.LocatorOptions()
                .setHasText("shopping.jsonl: This is no recording: line 1 needs"))
        .waitFor();
    assertThat(page.locator("#state").innerText()).isEqualTo("Live");
  }

  @Test
  void theLogThatANodeProgramPrintedIsShown() throws IOException {
    Path folder = Path.of(System.getProperty("parlando.seeds", "no folder named"));
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "No recorded session in " + folder + ": its import is skipped");
    Path seed;
    try (Stream<Path> files = Files.list(folder)) {
      seed =
          files
              .filter(file -> file.getFileName().toString().startsWith("000_"))
              .findFirst()
              .orElseThrow();
    }
    Page page = page();

    page.locator("#import").setInputFiles(seed);

    page.locator(".notice", new Page.LocatorOptions().setHasText("It tells no times")).waitFor();
    page.locator(".turn.call").first().waitFor();
    page.locator("#tab-calls").click();
    PlaywrightAssertions.assertThat(page.locator(".card").first()).containsText("Toronto");
    PlaywrightAssertions.assertThat(page.locator(".card h3").first()).hasText("get temperature");
    assertThat(page.locator(".turn.agent").count()).isPositive();
    assertThat(browser.problems()).isEmpty();
  }
}
