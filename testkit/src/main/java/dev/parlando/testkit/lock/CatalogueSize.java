package dev.parlando.testkit.lock;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How much of a model's context the tools take. A session sends all of them when it starts.
 *
 * @param tools the tools
 */
record CatalogueSize(List<LockedTool> tools) {

  /** English text and JSON come to about this many bytes a token, with today's tokenizers. */
  private static final int BYTES_PER_TOKEN = 4;

  /** A line for all tools and one for each. */
  String text() {
    int widest = tools.stream().mapToInt(tool -> tool.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    int all = tools.stream().mapToInt(CatalogueSize::bytes).sum();
    text.append(
        "Size of the definitions as sent: %d bytes, about %d tokens (estimated as %d bytes a token)%n"
            .formatted(all, tokens(all), BYTES_PER_TOKEN));
    for (LockedTool tool : tools) {
      int bytes = bytes(tool);
      text.append(
          ("  %-" + widest + "s  %6d bytes  about %5d tokens%n")
              .formatted(tool.name(), bytes, tokens(bytes)));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static int bytes(LockedTool tool) {
    return CanonicalJson.compact(tool.definition()).getBytes(StandardCharsets.UTF_8).length;
  }

  private static int tokens(int bytes) {
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }
}
