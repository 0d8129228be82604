package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Streams a reply event by event, each in a task of its own, so that what the client sends
 * meanwhile comes in between.
 */
final class ReplyStream {

  private final ResponseRun response;
  private final SessionContext session;
  private final Deque<Step> steps;
  private final Deque<StreamedItem> streaming = new ArrayDeque<>();
  private final List<JsonNode> clientEvents;
  private @Nullable Predicate<JsonNode> awaited;
  private boolean stopped;

  /**
   * @param clientEvents what the client sent since the response began
   */
  ReplyStream(
      ResponseRun response, SessionContext session, Reply reply, List<JsonNode> clientEvents) {
    this.response = response;
    this.session = session;
    this.steps =
        new ArrayDeque<>(
            response.settings().parallelCalls() ? reply.steps() : withOneCall(reply.steps()));
    this.clientEvents = new ArrayList<>(clientEvents);
  }

  /** A model that is to make one call makes the first. */
  private static List<Step> withOneCall(List<Step> steps) {
    List<Step> kept = new ArrayList<>();
    boolean called = false;
    for (Step step : steps) {
      List<Step> parts = step instanceof Step.Together together ? together.steps() : List.of(step);
      for (Step part : parts) {
        if (!(part instanceof Step.Call) || !called) {
          kept.add(part);
        }
        called |= part instanceof Step.Call;
      }
    }
    return kept;
  }

  /** Sends what comes next and asks for its own next turn. */
  void advance() {
    if (stopped) {
      return;
    }
    if (streaming.isEmpty()) {
      nextStep();
      return;
    }
    StreamedItem output = streaming.removeFirst();
    double millis = output.advance();
    if (!output.finished()) {
      streaming.addLast(output);
    } else if (!output.ended().isDone()) {
      var unused = output.ended().thenRun(() -> again(Duration.ZERO));
      return;
    }
    if (response.isTooLong()) {
      response.breakOff("max_output_tokens");
      return;
    }
    response.advanced();
    long delay = session.speechRate() > 0 ? Math.round(millis / session.speechRate()) : 0;
    again(Duration.ofMillis(delay));
  }

  private void again(Duration delay) {
    if (delay.isZero()) {
      session.link().execute(this::advance);
    } else {
      session.link().later(delay, this::advance);
    }
  }

  private void nextStep() {
    Step step = steps.poll();
    if (step == null) {
      response.complete();
    } else if (step instanceof Step.Together together) {
      together.steps().forEach(each -> streaming.add(output(each)));
      again(Duration.ZERO);
    } else if (step instanceof Step.Pause pause) {
      again(pause.duration());
    } else if (step instanceof Step.AwaitClient wait) {
      await(wait.event());
    } else if (step instanceof Step.Fail failure) {
      response.fail(failure.code(), failure.message());
    } else if (step instanceof Step.BreakOff breakOff) {
      breakOff(breakOff);
    } else {
      streaming.add(output(step));
      again(Duration.ZERO);
    }
  }

  private void await(Predicate<JsonNode> event) {
    for (JsonNode sent : clientEvents) {
      if (event.test(sent)) {
        clientEvents.remove(sent);
        again(Duration.ZERO);
        return;
      }
    }
    awaited = event;
  }

  /** The client sent something. */
  void clientSent(JsonNode event) {
    if (awaited != null && awaited.test(event)) {
      awaited = null;
      again(Duration.ZERO);
    } else {
      clientEvents.add(event);
    }
  }

  private void breakOff(Step.BreakOff step) {
    if (step.unfinished() != null) {
      StreamedItem output = output(step.unfinished());
      streaming.add(output);
      for (int i = 0; i <= output.parts() / 2; i++) {
        output.advance();
      }
    }
    response.breakOff(step.reason());
  }

  private StreamedItem output(Step step) {
    if (step instanceof Step.Call call) {
      return new CallOutput(response, call, session.ids());
    }
    if (step instanceof Step.McpCall call) {
      McpTools mcp = session.mcp();
      return mcp.needsApproval(call.server(), call.name())
          ? new McpApprovalOutput(response, call, session.ids(), mcp)
          : new McpCallOutput(response, call, session.ids(), mcp);
    }
    if (step instanceof Step.Say say) {
      boolean last = steps.stream().noneMatch(Step.Call.class::isInstance);
      return new MessageOutput(response, say.text(), last, session);
    }
    throw new IllegalStateException("Not an output: " + step);
  }

  /** Breaks off whatever is being streamed, and sends nothing more. */
  void stop() {
    stopped = true;
    streaming.forEach(StreamedItem::cut);
    streaming.clear();
  }
}
