package dev.parlando.internal.engine.calls;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the model is told of a call that no tool answered. Plain text that it can act on. */
public final class ModelMessages {

  private ModelMessages() {}

  public static String unknownTool(String name, Collection<String> available) {
    return "There is no tool "
        + name
        + "."
        + (available.isEmpty() ? "" : " Available: " + String.join(", ", available) + ".");
  }

  public static String unavailable(String name) {
    return "The tool " + name + " is not available any more. Answer without it.";
  }

  public static String invalidTooOften(List<Violation> violations) {
    return "The arguments don't fit. "
        + violations.stream().map(Violation::toString).collect(Collectors.joining("; "))
        + ". Don't call again; tell the user what is missing.";
  }

  public static String timedOut(long ms) {
    String time = ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
    return "The tool timed out after " + time + ". It may still have had an effect.";
  }

  public static String busy() {
    return "Too many calls are running. Try again later.";
  }

  public static String cancelled() {
    return "The call was cancelled before it ended.";
  }

  public static String stillRunning() {
    return "Still running. Its result follows in a message; don't call again, and don't guess it.";
  }

  public static String startedBefore() {
    return "This call was made before and still runs, or its outcome is not known. Don't call again;"
        + " if its result does not follow, tell the user that it must be checked.";
  }

  public static String followUp(ToolCall call, String result) {
    return "The result of " + call.name() + ", call " + call.callId() + ":\n" + result;
  }

  /** Cuts off what is longer than the limit, and says so to the model. */
  public static String shortened(String output, int limit) {
    if (output.length() <= limit) {
      return output;
    }
    String mark = "… [cut off: " + output.length() + " characters in all]";
    int end = Math.max(0, limit - mark.length());
    if (end > 0 && Character.isHighSurrogate(output.charAt(end - 1))) {
      end--;
    }
    return output.substring(0, end) + mark;
  }
}
