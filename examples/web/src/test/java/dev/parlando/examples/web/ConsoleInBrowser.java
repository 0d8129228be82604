package dev.parlando.examples.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.parlando.examples.web.agent.TravelDesk;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.LocalRealtimeBuilder;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.tool.ToolSets;
import dev.parlando.transport.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The console, an embedded model and a headless Chromium with a microphone that plays a file. Tests
 * are skipped where there is no Chromium.
 */
final class ConsoleInBrowser implements AfterEachCallback {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable LocalRealtime model;
  private @Nullable ConsoleServer console;
  private @Nullable Browser browser;
  private @Nullable Playwright playwright;
  private @Nullable Page lastPage;

  /** Starts the model and the console's server. */
  ConsoleInBrowser start(LocalRealtimeBuilder settings) {
    return start(settings, 0);
  }

  /** Starts both, the console on the port where it was before. */
  ConsoleInBrowser start(LocalRealtimeBuilder settings, int port) {
    model = settings.start();
    open.add(model);
    console =
        ConsoleServer.start(
            ConsoleOptions.DEFAULTS.onPort(port),
            ToolSets.of(new TravelDesk(300)),
            new Model(Endpoint.at(model.url()).build(), "embedded stand-in, not a language model"));
    return this;
  }

  ConsoleServer console() {
    return console;
  }

  ObservedSession session() {
    return model.awaitSession(1, PATIENCE);
  }

  LocalRealtime model() {
    return model;
  }

  /**
   * Starts the browser.
   *
   * @param microphone what it hears, once; null: it is refused
   */
  ConsoleInBrowser browser(@Nullable Path microphone) {
    String chromium = Chromium.path().orElse("");
    Assumptions.assumeFalse(
        chromium.isEmpty(),
        "No Chromium found: the tests in a browser are skipped. Install the package chromium, or"
            + " name it by CHROMIUM.");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    open.add(playwright);
    List<String> flags =
        new ArrayList<>(List.of("--no-sandbox", "--use-fake-device-for-media-stream"));
    if (microphone != null) {
      flags.add("--use-fake-ui-for-media-stream");
      flags.add("--use-file-for-fake-audio-capture=" + microphone + "%noloop");
    }
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(flags));
    return this;
  }

  /** A tab with the console, connected. */
  Page page() {
    return page(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  Page page(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout((double) PATIENCE.toMillis());
    Page page = context.newPage();
    return tab(page);
  }

  /** Opens the console in a tab. */
  Page tab(Page page) {
    lastPage = page;
    page.onPageError(problems::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("WebSocket connection")) {
            problems.add(message.text());
          }
        });
    page.navigate(console.address().toString());
    return page;
  }

  /** Waits until the session is there. */
  static Page ready(Page page) {
    page.locator("#state[data-state=ready]").waitFor();
    return page;
  }

  static void say(Page page, String text) {
    page.getByLabel("Write to the agent").fill(text);
    page.keyboard().press("Enter");
  }

  /** Waits until the agent said something, as text in the conversation. */
  static Locator heard(Page page, String words) {
    Locator turn =
        page.locator(".turn.agent .words", new Page.LocatorOptions().setHasText(words)).first();
    turn.waitFor();
    return turn;
  }

  /** What the page's scripts complained about. */
  List<String> problems() {
    return problems;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (context.getExecutionException().isPresent() && lastPage != null) {
      Path shot = Path.of("target", "failed-" + context.getRequiredTestMethod().getName() + ".png");
      lastPage.screenshot(new Page.ScreenshotOptions().setPath(shot));
      context.publishReportEntry(Map.of("screen", shot.toString(), "problems", "" + problems));
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    if (console != null) {
      console.close();
    }
  }
}
