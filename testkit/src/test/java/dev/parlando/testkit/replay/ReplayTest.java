package dev.parlando.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.replay.Difference.Kind;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTest {

  private static final String ANSWER =
      "{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"}";

  /** The recorded tool, under a name and with an answer. */
  private record Tool(String name, ToolInvocation invocation) implements ToolSet {

    static Tool answering(String output) {
      return new Tool("get_temperature", context -> ToolResult.json(output));
    }

    @Override
    public List<ToolDefinition> definitions() {
      return List.of(
          ToolDefinition.of(
              name,
              "Gets the temperature of a city.",
              "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
                  + "\"required\":[\"city\"],\"additionalProperties\":false}"));
    }

    @Override
    public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
      return invocation;
    }
  }

  private static Recording toronto(Dialect dialect) throws IOException {
    return Recording.read(
        Path.of(
            "src/test/resources/recordings/toronto-%s.jsonl"
                .formatted(dialect.name().toLowerCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theSameToolsMakeNoDifference(Dialect dialect) throws IOException {
    ReplayReport report =
        Replay.of(toronto(dialect))
            .run(
                Tool.answering(
                    "{\"temperature\": 22, \"unit\": \"celsius\", \"city\": \"Toronto\"}"));
    report.verify();
    assertThat(report.text()).isEqualTo("No difference: 1 call(s) and 2 reply(s) as recorded.");
    assertThat(report.before().userTurns())
        .containsExactly("Say 1 2 3 and tell me temperature of Toronto");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherAnswerOfAToolIsADifference(Dialect dialect) throws IOException {
    ReplayReport report = Replay.of(toronto(dialect)).run(Tool.answering("{\"temperature\":71}"));
    assertThat(report.differences())
        .containsExactly(
            new Difference(Kind.OUTPUT, "call 1, get_temperature", ANSWER, "{\"temperature\":71}"));
    assertThatThrownBy(report::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            """
            OUTPUT of call 1, get_temperature
              - %s
              + {"temperature":71}"""
                .formatted(ANSWER));
  }

  @Test
  void aToolThatIsGoneOrTakesOtherArgumentsIsADifference() throws IOException {
    ReplayReport renamed =
        Replay.of(toronto(Dialect.GA)).run(new Tool("get_weather", context -> ToolResult.none()));
    assertThat(renamed.differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.after()).contains("no tool", "get_weather"));
    ToolSet stricter =
        new ToolSet() {
          @Override
          public List<ToolDefinition> definitions() {
            return Tool.answering("").definitions();
          }

          @Override
          public ToolInvocation prepare(ToolCall call, ArgumentOptions options)
              throws InvalidArgumentsException {
            throw new InvalidArgumentsException(List.of(new Violation("country", "is missing")));
          }
        };
    assertThat(Replay.of(toronto(Dialect.GA)).run(stricter).differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.after()).contains("country", "is missing"));
  }

  @Test
  void aReplyThatNobodyAsksForAnyMoreIsADifference() throws IOException {
    ReplayReport report =
        Replay.of(toronto(Dialect.GA))
            .patience(Duration.ofMillis(500))
            .run(new Tool("get_temperature", context -> ToolResult.json(ANSWER).withoutReply()));
    assertThat(report.differences())
        .containsExactly(
            new Difference(Kind.REPLY, "reply 2", "It's 22 degrees Celsius in Toronto.", ""));
  }

  @Test
  void anotherModelMayCallAndSaySomethingElse() throws IOException {
    Replay replay = Replay.of(toronto(Dialect.GA));
    ReplayReport stubborn =
        replay.with(turn -> Reply.saying("I don't know.")).run(Tool.answering(ANSWER));
    assertThat(stubborn.differences())
        .containsExactly(
            new Difference(
                Kind.CALL, "call 1, get_temperature", "get_temperature {\"city\":\"Toronto\"}", ""),
            new Difference(
                Kind.REPLY,
                "reply 1",
                "One, two, three. Checking Toronto's temperature.",
                "I don't know."),
            new Difference(Kind.REPLY, "reply 2", "It's 22 degrees Celsius in Toronto.", ""));
    assertThat(replay.with(new Heuristic()).run(Tool.answering(ANSWER)).after().calls())
        .singleElement()
        .satisfies(call -> assertThat(call.arguments()).contains("Toronto"));
  }

  @Test
  void thePrintedSessionIsReplayed() throws IOException {
    Path seeds = Path.of(System.getProperty("parlando.protocol", "absent"), "..", "seeds");
    assumeTrue(Files.isDirectory(seeds), "the printed session is not at hand");
    Path log;
    try (var files = Files.list(seeds)) {
      log = files.filter(file -> file.getFileName().toString().startsWith("000")).findAny().get();
    }
    ReplayReport report = Replay.of(Recording.read(log)).run(Tool.answering("{\"temperature\":1}"));
    assertThat(report.before().calls()).hasSize(1);
    assertThat(report.differences()).extracting(Difference::kind).containsExactly(Kind.OUTPUT);
  }

  @Test
  void aRecordingIsReplayedFromTheCommandLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String file = "src/test/resources/recordings/toronto-ga.jsonl";
    assertThat(ReplayRecording.run(print, print, "--agent", "city", file)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("OUTPUT of call 1, get_temperature")
        .contains("+ {\"temperature\":22}");
    out.reset();
    assertThat(ReplayRecording.run(print, print, "absent.jsonl")).isEqualTo(2);
    assertThat(ReplayRecording.run(print, print)).isEqualTo(2);
    assertThat(ReplayRecording.run(print, print, "--agent", "x", file)).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "error> Can't read absent.jsonl",
            "error> Name a recording.",
            "error> There is no agent x; there are [city].");
  }
}
