package dev.parlando.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.event.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailuresTest {

  /** From this module's folder. */
  private static final Path CHAPTER = Path.of("../../docs/guide/failures.md").normalize();

  @Test
  void everyKindHasItsSectionThatSaysWhatToDo() throws IOException {
    String[] sections = Files.readString(CHAPTER).split("\n## ", -1);
    assertThat(
            Stream.of(sections)
                .filter(section -> section.matches("(?s)`[A-Z_]+`\n.*\n\\*\\*Do:\\*\\* .*"))
                .map(section -> section.substring(1, section.indexOf("`\n"))))
        .as("sections \"## `KIND`\" of docs/guide/failures.md with a paragraph \"**Do:** …\"")
        .containsExactlyElementsOf(Stream.of(Failure.Kind.values()).map(Enum::name).toList());
  }
}
