package mcp.browser;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.tool.ToolContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A browser: everything later, optional options in a record, keys that are enums. */
public class BrowserServer {

  @Tool("Opens a page")
  public CompletableFuture<Page> navigate(URI url, @DefaultValue("PT10S") Duration timeout) {
    return null;
  }

  @Tool("Fetches a page as Markdown")
  public CompletableFuture<String> fetch(
      URL url,
      @Describe("Characters to return") @DefaultValue("5000") @Min(1) @Max(1_000_000) int maxLength,
      @Describe("Where to go on") @DefaultValue("0") @Min(0) int startIndex,
      @DefaultValue("false") boolean raw) {
    return null;
  }

  @Tool(value = "Clicks an element", effect = SideEffect.WRITE)
  public CompletableFuture<Void> click(Element element, @DefaultValue("LEFT") Button button, List<Modifier> modifiers) {
    return null;
  }

  @Tool(value = "Types into an element", effect = SideEffect.WRITE)
  public CompletableFuture<Void> type(Element element, String text, Optional<Typing> options) {
    return null;
  }

  @Tool(value = "Fills a form", effect = SideEffect.WRITE)
  public CompletableFuture<Map<String, Boolean>> fillForm(List<Field> fields) {
    return null;
  }

  @Tool("Takes a picture")
  public CompletableFuture<byte[]> screenshot(Optional<Element> element, @DefaultValue("PNG") Format format) {
    return null;
  }

  @Tool(value = "Runs a script", effect = SideEffect.IRREVERSIBLE)
  public CompletableFuture<tools.jackson.databind.JsonNode> evaluate(@NotBlank @Size(max = 10_000) String function) {
    return null;
  }

  @Tool("Waits for a text to come or go")
  public CompletableFuture<Boolean> waitFor(Waiting waiting, ToolContext context) {
    return null;
  }

  @Tool("Requests since the page was opened")
  public List<Request> networkRequests(@DefaultValue("false") boolean includeStatic) {
    return List.of();
  }

  @Tool("Tabs, and what to do with them")
  public List<Page> tabs(TabAction action) {
    return List.of();
  }

  @Tool("Goes back")
  public void back() {}

  @Tool("Closes the browser")
  public String close() {
    return new String(new byte[0], StandardCharsets.UTF_8);
  }

  public record Page(URI url, String title) {}

  public record Element(@Describe("As people call it") String description, @Describe("From the snapshot") String ref) {}

  public record Typing(@DefaultValue("false") boolean submit, @DefaultValue("false") boolean slowly) {}

  public sealed interface Field {}

  public record TextField(Element element, String value) implements Field {}

  public record CheckBox(Element element, boolean checked) implements Field {}

  public record Slider(Element element, double value) implements Field {}

  public record Request(String method, URI url, int status) {}

  public sealed interface Waiting {
    record ForText(String text) implements Waiting {}

    record ForTextGone(String textGone) implements Waiting {}

    record ForTime(@Min(1) @Max(60) int seconds) implements Waiting {}
  }

  public sealed interface TabAction {
    record ListAll() implements TabAction {}

    record Open(Optional<URI> url) implements TabAction {}

    record Close(int index) implements TabAction {}
  }

  public enum Button { LEFT, RIGHT, MIDDLE }

  public enum Modifier { ALT, CONTROL, SHIFT }

  public enum Format { PNG, JPEG }
}
