package dev.parlando.testkit.brain;

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
 *     .hears("What's the temperature in Toronto?")
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
  private final Deque<String> heard = new ArrayDeque<>();
  private final List<String> deviations = new ArrayList<>();
  private int next;

  /** A script without turns. */
  public Script() {}

  /** What the next user audio is taken for. */
  public synchronized Script hears(String words) {
    heard.add(words);
    return this;
  }

  /** The next response, whatever it answers. */
  public Script answers(Reply reply) {
    return answers("anything", turn -> true, reply);
  }

  /** The next response, if the user's newest words contain a text. */
  public Script answersText(String text, Reply reply) {
    return answers(
        "user text with \"" + text + "\"",
        turn -> turn.userText().filter(words -> words.contains(text)).isPresent(),
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
  public synchronized Optional<String> hear(Utterance utterance) {
    return Optional.ofNullable(heard.poll());
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
