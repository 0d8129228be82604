package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole generated files, so that a reader sees what the processor writes, and a reviewer what a
 * change does to it. Run with {@code -Dgolden.update=true} to take over what is generated now.
 */
final class GoldenTest {

  private static final Path HOME =
      Path.of("src", "test", "resources", "dev", "parlando", "processor", "GoldenTest");

  @ParameterizedTest
  @CsvSource({"weather,WeatherAgent", "orders,OrderDesk", "shapes,Drawing"})
  void generatedFilesAreAsReviewed(String shape, String agent) throws IOException {
    Path folder = HOME.resolve(shape).resolve("p");
    Compiled compiled =
        Compilation.of(Files.readString(folder.resolve(agent + ".java"))).compile().orFail();

    compare(folder.resolve(agent + "Tools.java"), compiled.source("p." + agent + "Tools"));
    compare(folder.resolve(agent + ".json"), compiled.definitions("p." + agent));
  }

  private static void compare(Path golden, String generated) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, generated);
    }
    assertThat(generated)
        .as("%s; run with -Dgolden.update=true if the change is meant", golden)
        .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
  }
}
