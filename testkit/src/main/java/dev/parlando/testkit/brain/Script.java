package dev.parlando.testkit.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Answers exactly what a test wrote down, turn by turn. A turn that isn't as expected, or one too
 * many, makes its response fail with a text that says so, and {@link #verify} throws.
 *
 * <pre>{@code
 * Script script = new Script()
 *     .transcribes("What's the temperature in Toronto?")
 *     .answers(Reply.calling("get_temperature", "{\"city\":\"Toronto\"}"))
 *     .answersOutput("22", Reply.saying("It's 22 degrees."));
 * }</pre>
 *
 * <p>Thread-safe. One script may go on over several sessions, as after a reconnect; for sessions
 * side by side make one for each.
 */
public final class Script implements Brain {

  private record Scene(String expectation, Predicate<Turn> expected, Reply reply) {}

  private final List<Scene> scenes = new ArrayList<>();
  private final List<String> transcripts = new ArrayList<>();
  private final Deque<String> nextTranscripts = new ArrayDeque<>();
  private final List<String> deviations = new ArrayList<>();
  private int next;

  /**
   * Reads a script from a file: paragraphs of lines, one paragraph a response.
   *
   * <pre>
   * # the transcript of the next audio of the user
   * transcribes What's the temperature in Toronto?
   * says One moment.
   * calls get_temperature {"city":"Toronto"}
   *
   * output 22
   * says It's 22 degrees.
   * </pre>
   *
   * <p>{@code text …} and {@code output …} are what the user's newest text, or the newest output of
   * a tool, must contain; {@code pause 500} waits so many ms; {@code fail code message} ends the
   * response as failed.
   *
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if it is no script; the message names the line
   */
  public static Script read(Path file) throws IOException {
    try {
      return ScriptReader.parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** A script without turns. */
  public Script() {}

  /** A script with the same turns that has not been played. */
  public synchronized Script fromTheBeginning() {
    Script copy = new Script();
    copy.scenes.addAll(scenes);
    copy.transcripts.addAll(transcripts);
    copy.nextTranscripts.addAll(transcripts);
    return copy;
  }

  /** The transcript of the next audio of the user. */
  public synchronized Script transcribes(String transcript) {
    transcripts.add(transcript);
    nextTranscripts.add(transcript);
    return this;
  }

  /** The next response, whatever it answers. */
  public Script answers(Reply reply) {
    return answers("anything", turn -> true, reply);
  }

  /** The next response, if the user's newest text contains another. */
  public Script answersText(String text, Reply reply) {
    return answers(
        "user text with \"" + text + "\"",
        turn -> turn.userText().filter(said -> said.contains(text)).isPresent(),
        reply);
  }

  /** The next response, if the newest tool output contains a text. */
  public Script answersOutput(String text, Reply reply) {
    return answers(
        "a tool output with \"" + text + "\"",
        turn -> newestOutput(turn).filter(output -> output.contains(text)).isPresent(),
        reply);
  }

  /**
   * The next response, if it answers what is expected.
   *
   * @param expectation what is expected, for the message if it isn't so
   */
  public synchronized Script answers(String expectation, Predicate<Turn> expected, Reply reply) {
    scenes.add(new Scene(expectation, expected, reply));
    return this;
  }

  @Override
  public synchronized Reply reply(Turn turn) {
    if (next == scenes.size()) {
      throw deviation("There is no turn " + (next + 1) + " in the script; " + describe(turn));
    }
    Scene scene = scenes.get(next++);
    if (!scene.expected().test(turn)) {
      throw deviation(
          "Turn %d of the script expects %s; %s"
              .formatted(next, scene.expectation(), describe(turn)));
    }
    return scene.reply();
  }

  @Override
  public synchronized Optional<String> transcribe(Utterance utterance) {
    return Optional.ofNullable(nextTranscripts.poll());
  }

  /**
   * Checks that all went as written.
   *
   * @throws AssertionError if a turn was not as expected, one was too many, or some never came
   */
  public synchronized void verify() {
    List<String> problems = new ArrayList<>(deviations);
    if (next < scenes.size()) {
      problems.add("Only %d of %d turns came.".formatted(next, scenes.size()));
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n", problems));
    }
  }

  private IllegalStateException deviation(String message) {
    deviations.add(message);
    return new IllegalStateException(message);
  }

  private static Optional<String> newestOutput(Turn turn) {
    return turn.items().stream()
        .filter(item -> "function_call_output".equals(item.path("type").asString("")))
        .map(item -> item.path("output").asString(""))
        .reduce((first, second) -> second);
  }

  private static String describe(Turn turn) {
    List<JsonNode> items = turn.items();
    return items.isEmpty()
        ? "the conversation is empty."
        : "the newest item is " + items.get(items.size() - 1) + ".";
  }
}
