package dev.parlando.testkit.brain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A plan of one response: steps in order. Immutable; every method gives a longer plan.
 *
 * <pre>{@code
 * Reply.say("One moment.").call("get_temperature", "{\"city\":\"Toronto\"}")
 * }</pre>
 *
 * @param steps what to do, in order; none gives a response without output
 */
public record Reply(List<Step> steps) {

  /** A response that does nothing. */
  public static final Reply NOTHING = new Reply(List.of());

  /** The list is copied. */
  public Reply {
    steps = List.copyOf(steps);
  }

  /** A plan that begins with a text to say. */
  public static Reply saying(String text) {
    return NOTHING.say(text);
  }

  /** A plan that begins with a call; the arguments are sent as they are. */
  public static Reply calling(String tool, String arguments) {
    return NOTHING.call(tool, arguments);
  }

  /** Then says something. */
  public Reply say(String text) {
    return then(new Step.Say(text));
  }

  /** Then calls a tool; the arguments are sent as they are. */
  public Reply call(String tool, String arguments) {
    return then(new Step.Call(tool, arguments, null));
  }

  /** Then calls a tool of a remote MCP server, and goes on when that has ended. */
  public Reply callMcp(String server, String tool, String arguments) {
    return then(new Step.McpCall(server, tool, arguments, true));
  }

  /** Then streams several outputs at the same time. */
  public Reply together(Step... outputs) {
    return then(new Step.Together(Arrays.asList(outputs)));
  }

  /** Then does nothing for a while. */
  public Reply pause(Duration duration) {
    return then(new Step.Pause(duration));
  }

  /** Then waits until the client has sent an event of a type. */
  public Reply awaitClient(String type) {
    return awaitClient(event -> type.equals(event.path("type").asString("")));
  }

  /** Then waits until the client has sent a matching event. */
  public Reply awaitClient(Predicate<JsonNode> event) {
    return then(new Step.AwaitClient(event));
  }

  /** Then goes on without an end, until it is cancelled or interrupted. */
  public Reply hold() {
    return awaitClient(event -> false);
  }

  /** Then fails. */
  public Reply fail(String code, String message) {
    return then(new Step.Fail(code, message));
  }

  /** Then does one more step. */
  public Reply then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Reply(longer);
  }
}
