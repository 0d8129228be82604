package dev.parlando.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Compilers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tools as applications write them, in the shapes that users of other frameworks know: each
 * compiler makes the same bytes of them, and the definitions are as reviewed. Run with {@code
 * -Dgolden.update=true} to take over what is generated now.
 */
final class CorpusTest {

  private static final String DEFINITIONS = "META-INF/parlando/tools/";

  /** What the compiler of the JDK in use makes of the corpus. */
  private static final Map<String, String> REFERENCE =
      Compilers.all().get("javac").apply(Corpus.all()).orFail().generated();

  static Stream<String> compilers() {
    return Compilers.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void everyCompilerMakesTheSameBytes(String compiler) {
    Compiled compiled = Compilers.all().get(compiler).apply(Corpus.all());

    Map<String, String> generated = compiled.orFail().generated();
    assertThat(generated.keySet()).isEqualTo(REFERENCE.keySet());
    REFERENCE.forEach(
        (path, text) ->
            assertThat(generated.get(path)).as("%s by %s", path, compiler).isEqualTo(text));
  }

  @Test
  void definitionsAreAsReviewed() throws IOException {
    Map<String, String> definitions = new TreeMap<>();
    REFERENCE.forEach(
        (path, text) -> {
          if (path.startsWith(DEFINITIONS)) {
            definitions.put(path.substring(DEFINITIONS.length()), text);
          }
        });
    if (Boolean.getBoolean("golden.update")) {
      for (Map.Entry<String, String> each : definitions.entrySet()) {
        Files.writeString(golden(each.getKey()), each.getValue());
      }
    }
    for (Map.Entry<String, String> each : definitions.entrySet()) {
      Path golden = golden(each.getKey());
      assertThat(each.getValue())
          .as("%s; run with -Dgolden.update=true if the change is meant", golden)
          .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }
  }

  @Test
  void corpusIsLarge() {
    int tools =
        REFERENCE.entrySet().stream()
            .filter(each -> each.getKey().startsWith(DEFINITIONS))
            .mapToInt(each -> JsonMapper.shared().readTree(each.getValue()).size())
            .sum();

    assertThat(tools).isGreaterThanOrEqualTo(150);
  }

  /** Only where the build says which ones it has fetched; see the profile {@code compilers}. */
  @Test
  void everyCompilerThatWasAskedForIsThere() {
    String versions = System.getProperty("compilers.ecj", "");
    assumeThat(versions).isNotEmpty();

    assertThat(compilers())
        .containsAll(Stream.of(versions.split(",")).map(version -> "ecj " + version).toList());
  }

  private static Path golden(String definitions) {
    int dot = definitions.lastIndexOf('.', definitions.length() - ".json".length() - 1);
    return Corpus.HOME
        .resolve(definitions.substring(0, dot).replace('.', '/'))
        .resolve(definitions.substring(dot + 1));
  }
}
