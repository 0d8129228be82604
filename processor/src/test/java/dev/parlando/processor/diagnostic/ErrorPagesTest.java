package dev.parlando.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Messages end in a link to a section of the documentation; it must be there, and none too many.
 */
class ErrorPagesTest {

  @Test
  void everyProblemHasItsSectionInOrder() throws IOException {
    // The module's folder is the working directory of its tests.
    String page = Files.readString(Path.of("..", "docs", "errors.md"));
    assertThat(page.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .containsExactlyElementsOf(Arrays.stream(Problem.values()).map(Problem::id).toList());
  }

  @Test
  void everySectionQuotesItsMessage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "errors.md"));
    for (Problem problem : Problem.values()) {
      assertThat(page).contains("> " + problem.text().replace("%s", "…") + "\n");
    }
  }
}
