package dev.parlando.testkit.scenario;

import dev.parlando.session.event.ToolEvent;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectCall;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectInterruption;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectNothing;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectReply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares what happens with what is expected, and remembers what was already matched. */
final class Expectations {

  private final ConversationRecord record;
  private final Pace pace;
  private final Duration patience;
  private final BooleanSupplier quiet;
  private final Set<ConversationRecord.Call> expectedCalls = new HashSet<>();
  private int textsPassed;
  private int interruptionsPassed;
  private long userEndedMs;

  /**
   * @param quiet whether nothing more comes of what the user did last
   */
  Expectations(ConversationRecord record, Pace pace, Duration patience, BooleanSupplier quiet) {
    this.record = record;
    this.pace = pace;
    this.patience = patience;
    this.quiet = quiet;
    this.userEndedMs = pace.nowMs();
  }

  /** The user stops speaking now, or has written. */
  void userEnded() {
    userEndedMs = pace.nowMs();
  }

  /**
   * Waits for what is expected.
   *
   * @throws StepFailure if it doesn't come
   */
  void check(ScenarioStep.Expectation expectation) throws StepFailure, InterruptedException {
    if (expectation instanceof ExpectCall call) {
      checkCall(call);
    } else if (expectation instanceof ExpectReply reply) {
      checkReply(reply);
    } else if (expectation instanceof ExpectNothing nothing) {
      checkNothing(nothing.duration());
    } else if (expectation instanceof ExpectInterruption) {
      boolean came =
          pace.await(() -> record.interruptions() > interruptionsPassed, quiet, patience);
      if (!came) {
        throw new StepFailure("Expected a reply to be interrupted, but none was.");
      }
      interruptionsPassed++;
    }
  }

  /**
   * Strictness.
   *
   * @throws StepFailure if there was a call that nobody expected
   */
  void checkNothingLeft() throws StepFailure {
    for (ConversationRecord.Call call : record.calls()) {
      if (!expectedCalls.contains(call)) {
        throw new StepFailure(
            "Nobody expected the call of " + call.call().name() + ", but the model made it.");
      }
    }
  }

  private void checkCall(ExpectCall expected) throws StepFailure, InterruptedException {
    pace.await(() -> find(expected) != null, quiet, patience);
    ConversationRecord.Call call = find(expected);
    if (call == null) {
      throw new StepFailure("Expected " + describe(expected) + ", but " + insteadOf(expected));
    }
    expectedCalls.add(call);
    checkInTime("The call of " + expected.tool(), call.atMs(), expected.within());
    if (expected.output() != Match.any()) {
      checkOutput(expected, call);
    }
  }

  private ConversationRecord.@Nullable Call find(ExpectCall expected) {
    return open()
        .filter(call -> call.call().name().equals(expected.tool()))
        .filter(call -> expected.arguments().mismatch(arguments(call)).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Stream<ConversationRecord.Call> open() {
    return record.calls().stream().filter(call -> !expectedCalls.contains(call));
  }

  private static JsonNode arguments(ConversationRecord.Call call) {
    return json(call.call().arguments().isBlank() ? "{}" : call.call().arguments());
  }

  /** JSON if it is, else text. */
  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(text);
    }
  }

  private String insteadOf(ExpectCall expected) {
    List<ConversationRecord.Call> open = open().toList();
    for (ConversationRecord.Call call : open) {
      if (call.call().name().equals(expected.tool())) {
        return "it was called otherwise: " + difference(expected, call) + ".";
      }
    }
    return open.isEmpty()
        ? "nothing was called."
        : "the model called " + open.get(0).call().name() + ".";
  }

  /** Without a value that is not to be shown. */
  private String difference(ExpectCall expected, ConversationRecord.Call call) {
    String shown = record.shown(call);
    return shown.equals(call.call().arguments())
        ? expected.arguments().mismatch(arguments(call)).orElse(shown)
        : "with " + shown;
  }

  private static String describe(ExpectCall expected) {
    return "a call of "
        + expected.tool()
        + (expected.arguments() == Match.any() ? "" : " with " + expected.arguments().description())
        + within(expected.within());
  }

  private void checkOutput(ExpectCall expected, ConversationRecord.Call call)
      throws StepFailure, InterruptedException {
    pace.await(() -> record.answer(call) != null, record::closed, patience);
    ToolEvent.Answered answer = record.answer(call);
    if (answer == null) {
      throw new StepFailure("The call of " + expected.tool() + " was never answered.");
    }
    Optional<String> problem = expected.output().mismatch(json(answer.output()));
    if (problem.isPresent()) {
      throw new StepFailure(
          "The call of " + expected.tool() + " was answered otherwise: " + problem.get() + ".");
    }
  }

  private void checkReply(ExpectReply expected) throws StepFailure, InterruptedException {
    pace.await(() -> find(expected) >= 0, quiet, patience);
    int found = find(expected);
    if (found < 0) {
      throw new StepFailure(
          "Expected a reply of "
              + expected.text().description()
              + within(expected.within())
              + ", but "
              + said());
    }
    checkInTime("The reply", record.replyTexts().get(found).beganMs(), expected.within());
    textsPassed = found + 1;
  }

  private int find(ExpectReply expected) {
    List<ConversationRecord.ReplyText> texts = record.replyTexts();
    for (int i = textsPassed; i < texts.size(); i++) {
      JsonNode text = JsonNodeFactory.instance.stringNode(texts.get(i).text());
      if (expected.text().mismatch(text).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private String said() {
    List<ConversationRecord.ReplyText> texts = record.replyTexts();
    return texts.size() <= textsPassed
        ? "the model said nothing."
        : "the model said \"" + texts.get(texts.size() - 1).text() + "\".";
  }

  private void checkNothing(Duration duration) throws StepFailure, InterruptedException {
    checkNothingLeft();
    int replies = record.replies();
    int texts = record.replyTexts().size();
    BooleanSupplier something =
        () ->
            record.replies() > replies
                || record.replyTexts().size() > texts
                || open().findAny().isPresent();
    boolean happened = pace.await(something, () -> false, duration);
    checkNothingLeft();
    if (happened) {
      throw new StepFailure(
          "Expected nothing for "
              + text(duration)
              + ", but "
              + (record.replyTexts().size() > texts ? said() : "a reply began."));
    }
  }

  private void checkInTime(String what, long atMs, @Nullable Duration within) throws StepFailure {
    Duration took = Duration.ofMillis(atMs - userEndedMs);
    if (within != null && took.compareTo(within) > 0) {
      throw new StepFailure(
          what + " came after " + text(took) + ", expected" + within(within) + ".");
    }
  }

  private static String within(@Nullable Duration duration) {
    return duration == null ? "" : " within " + text(duration);
  }

  private static String text(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
