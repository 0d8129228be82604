package dev.parlando.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.calls.CallState;
import dev.parlando.internal.engine.connection.Phase;
import dev.parlando.internal.engine.turns.TurnState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The diagrams in {@code docs/engine.md} are those of the tables that the engine runs on. {@code
 * -Dparlando.diagrams=update} draws them anew.
 */
class DiagramsTest {

  private static final Path PAGE = Path.of("..", "docs", "engine.md");

  @Test
  void theDiagramsAreThoseOfTheTables() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    String drawn = page;
    drawn = drawn(drawn, "turn", TurnState.TABLE.diagram());
    drawn = drawn(drawn, "connection", Phase.TABLE.diagram());
    drawn = drawn(drawn, "call", CallState.TABLE.diagram());
    if (System.getProperty("parlando.diagrams", "").equals("update")) {
      Files.writeString(PAGE, drawn, UTF_8);
    } else {
      assertThat(page).as("run with -Dparlando.diagrams=update").isEqualTo(drawn);
    }
  }

  /** The page with the diagram between the marks of a name. */
  private static String drawn(String page, String name, String diagram) {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    assertThat(from).as(begin).isNotNegative();
    assertThat(to).as(end).isGreaterThan(from);
    return page.substring(0, from + begin.length())
        + "```mermaid\n"
        + diagram
        + "```\n"
        + page.substring(to);
  }
}
