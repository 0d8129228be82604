package dev.parlando.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** From this module's folder. */
  private static final Path PROJECT = Path.of("../..").normalize();

  /** A step of a walk: a room, and the classes in it that data meets. */
  private static final Pattern STEP =
      Pattern.compile("\\| `([a-z.]+)` \\| ((?:`[A-Z]\\w+`(?:, )?)+) \\|.*");

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void everyClassOfAWalkStandsInItsRoom() throws IOException {
    List<String> page = Files.readAllLines(PROJECT.resolve("docs/architecture.md"));
    List<String> sources = new ArrayList<>();
    for (String module : List.of("tools", "runtime", "processor")) {
      Path root = PROJECT.resolve(module).resolve("src/main/java/dev/parlando");
      try (Stream<Path> files = Files.walk(root)) {
        files.forEach(file -> sources.add(root.relativize(file).toString().replace('\\', '/')));
      }
    }

    List<String> steps = steps(page);

    assertThat(steps).hasSizeGreaterThan(20);
    assertThat(sources).containsAll(steps);
  }

  private static List<String> steps(List<String> page) {
    List<String> files = new ArrayList<>();
    for (String line : page) {
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        Matcher name = NAME.matcher(step.group(2));
        while (name.find()) {
          files.add(step.group(1).replace('.', '/') + "/" + name.group(1) + ".java");
        }
      }
    }
    return files;
  }
}
