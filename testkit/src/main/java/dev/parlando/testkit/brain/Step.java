package dev.parlando.testkit.brain;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing that a response does. */
public sealed interface Step {

  /**
   * Says something, as audio with a transcript or as text, whichever the response is to be.
   *
   * @param text what it says
   */
  record Say(String text) implements Step {}

  /**
   * Calls a tool.
   *
   * @param name the tool; need not be one that the client offered
   * @param arguments what stands for the arguments, sent as it is, valid JSON or not
   * @param callId the id of the call; null for a new one
   */
  record Call(String name, String arguments, @Nullable String callId) implements Step {}

  /**
   * Calls a tool of a remote MCP server, which this server does by itself; or asks the client to
   * approve of that, if the session wants to be asked.
   *
   * @param server the label of the MCP server
   * @param name the tool
   * @param arguments sent as they are
   * @param awaited whether the response goes on, and ends, only when the call has ended
   */
  record McpCall(String server, String name, String arguments, boolean awaited) implements Step {}

  /**
   * Streams outputs at the same time, an event of each in turn.
   *
   * @param steps only {@link Say} and {@link Call}
   */
  record Together(List<Step> steps) implements Step {
    /** The list is copied. */
    public Together {
      steps = List.copyOf(steps);
      if (!steps.stream().allMatch(step -> step instanceof Say || step instanceof Call)) {
        throw new IllegalArgumentException("Only texts and calls can be streamed together.");
      }
    }
  }

  /**
   * Does nothing for a while.
   *
   * @param duration how long
   */
  record Pause(Duration duration) implements Step {}

  /**
   * Does nothing until the client has sent a matching event; one that came since the response began
   * counts, each once.
   *
   * @param event what to wait for
   */
  record AwaitClient(Predicate<JsonNode> event) implements Step {}

  /**
   * Ends the response as failed.
   *
   * @param code such as {@code rate_limit_exceeded}
   * @param message for people
   */
  record Fail(String code, String message) implements Step {}

  /**
   * Ends the response as incomplete, and whatever was being streamed.
   *
   * @param reason {@code max_output_tokens} or {@code content_filter}
   * @param unfinished an output to break off in its middle first; null for none
   */
  record BreakOff(String reason, @Nullable Step unfinished) implements Step {}
}
