package dev.parlando.testkit.replay;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A session as it was recorded, and as it is now.
 *
 * @param before the recorded conversation
 * @param after the conversation of the replay
 * @param differences in calls, arguments, outputs and replies, in this order for each call
 */
public record ReplayReport(
    RecordedConversation before, RecordedConversation after, List<Difference> differences) {

  /** The list is copied. */
  public ReplayReport {
    differences = List.copyOf(differences);
  }

  /** The differences, for people; a text of its own if there is none. */
  public String text() {
    if (differences.isEmpty()) {
      return "No difference: "
          + after.calls().size()
          + " call(s) and "
          + after.replies().size()
          + " reply(s) as recorded.";
    }
    return differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Checks that nothing differs.
   *
   * @throws AssertionError with the {@link #text}, if something does
   */
  public void verify() {
    if (!differences.isEmpty()) {
      throw new AssertionError("The replay differs from the recording:\n" + text());
    }
  }
}
