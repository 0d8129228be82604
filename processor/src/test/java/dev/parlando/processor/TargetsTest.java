package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the servers that an application names. */
final class TargetsTest {

  private static final String AGENT =
      """
      package p;

      import com.fasterxml.jackson.annotation.*;
      import dev.parlando.*;
      import java.util.*;
      import tools.jackson.databind.JsonNode;

      class Agent {
        record Chain(String name, Optional<Chain> next) {}
        record Inner(@JsonProperty("a b") int x) {}
        record Named(@JsonProperty("filter[x]") String filter, Inner inner) {}

        @Tool("x") void chain(Chain chain, int depth) {}
        @Tool("x") void any(List<JsonNode> payload) {}
        @Tool("x") void open(Map<Integer, String> names) {}
        @Tool("x") void named(Named named) {}
        @Tool("x") void once(Set<String> words) {}
        @Tool("x") void described(@Describe("%s") String text) {}
      }
      """
          .formatted("d".repeat(1025));

  private static List<String> said(Compiled compiled) {
    return compiled.notes().stream()
        .map(note -> note.replaceAll("^\\[(\\w+)\\] Agent\\.(.*?) See docs.*", "$1 $2"))
        .toList();
  }

  private static List<String> said(String targets) {
    return said(Compilation.of(AGENT).options("-Aparlando.targets=" + targets).compile().orFail());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gemini | TargetRefuses chain: gemini is known to refuse Chain, which contains itself."
            + " End the chain with a type that does not."
            + "; TargetRefuses any: gemini is known to refuse payload[], which has no type."
            + " Say what it is."
            + "; TargetRefuses open: gemini is known to refuse names, whose names may be any."
            + " Take a list of records with a name and a value.",
        "anthropic | TargetRefuses named: anthropic is known to refuse the name \"filter[x]\"."
            + " Use 1 to 64 ASCII letters, digits, dots, hyphens and underscores.",
        "vllm | TargetRefuses open: vllm is known to refuse propertyNames at names."
            + " Use String as the key."
            + "; TargetRefuses once: vllm is known to refuse uniqueItems at words."
            + " Take a List instead of a Set.",
        "'azure, openai' | TargetRefuses described: openai, azure is known to refuse more than 1024"
            + " characters of description at text. Shorten it.",
        "localai | TargetRefuses chain: localai is known to refuse Chain, which contains itself."
            + " End the chain with a type that does not."
            + "; TargetRefuses any: localai is known to refuse payload[], which has no type."
            + " Say what it is.",
        "strict | StrictImpossible any: strict mode can't have this tool, since payload[] may be any"
            + " JSON."
            + "; StrictImpossible open: strict mode can't have this tool, since names may have any"
            + " names."
            + "; TargetRefuses described: strict is known to refuse more than 1024 characters of"
            + " description at text. Shorten it.",
      })
  void namedServersRefuseWhatTheyAreKnownToRefuse(String targets, String notes) {
    assertThat(said(targets)).containsExactly(notes.split("; ", -1));
  }

  @Test
  void xaiIsNotKnownToRefuseAnythingOfIt() {
    assertThat(said("xai")).isEmpty();
  }

  @Test
  void whoNamesNoServerIsToldOfStrictModeOnly() {
    assertThat(said(Compilation.of(AGENT).compile().orFail()))
        .extracting(note -> note.split(":", 2)[0])
        .containsExactly("StrictImpossible any", "StrictImpossible open");
  }

  @Test
  void noteIsSuppressedLikeAWarning() {
    String silent = AGENT.replace("class Agent", "@SuppressWarnings(\"parlando\") class Agent");
    assertThat(Compilation.of(silent).compile().orFail().notes()).isEmpty();
  }

  @Test
  void serverThatIsNoneIsNamed() {
    Compiled compiled =
        Compilation.of(AGENT).options("-Aparlando.targets=gemini,gpt").compile().orFail();
    assertThat(compiled.warnings())
        .containsExactly(
            "[TargetUnknown] Agent: the option parlando.targets names gpt, which is no server. Known"
                + " are openai, strict, azure, xai, gemini, vllm, localai, anthropic."
                + " See docs/errors.md#TargetUnknown");
  }

  @ParameterizedTest
  @CsvSource({
    "128,'',0",
    "129,'',1",
    "129,xai,0",
    "201,xai,1",
    "129,'openai,azure',2",
    "300,vllm,0"
  })
  void toolsBeyondWhatAServerTakesAreWarnedOf(int count, String targets, int warnings) {
    String tools =
        IntStream.range(0, count)
            .mapToObj(i -> "@Tool(\"x\") void tool%d() {}".formatted(i))
            .collect(Collectors.joining("\n"));
    Compilation compilation =
        Compilation.of("package p;\nimport dev.parlando.*;\nclass Agent {\n" + tools + "\n}\n");
    if (!targets.isEmpty()) {
      compilation.options("-Aparlando.targets=" + targets);
    }
    assertThat(compilation.compile().orFail().warnings())
        .hasSize(warnings)
        .allMatch(warning -> warning.contains("the class has " + count + " tools, but "));
  }
}
