package dev.parlando.examples.web;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.time.SessionTime;
import dev.parlando.tool.ToolSet;
import java.util.Locale;
import java.util.concurrent.Executor;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down for the page what happens in sessions: what passes on the wire, and what only the
 * session can report. Times are in ms since the writer was made. The work is done in order on an
 * executor of its own, so that the socket waits for none of it.
 */
final class FeedWriter implements VoiceListener, WireTap.FrameSink {

  private final Feed feed;
  private final Runnable added;
  private final Executor lane;
  private final SensitiveMask mask;
  private final long begin = System.nanoTime();
  private final long sessionBeginMs = SessionTime.system().nowMs();

  /**
   * @param lane runs one task at a time, in order
   * @param added called after each frame, on the lane
   */
  FeedWriter(Feed feed, ToolSet tools, Executor lane, Runnable added) {
    this.feed = feed;
    this.mask = new SensitiveMask(tools);
    this.lane = lane;
    this.added = added;
  }

  @Override
  public void frame(boolean fromServer, byte[] utf8) {
    double at = nowMs();
    lane.execute(
        () -> {
          feed.add(WireFrames.of(fromServer, at, utf8, mask));
          added.run();
        });
  }

  /** The session came to another state: connecting, ready, reconnecting, ended. */
  void state(String state, String message) {
    add(frame("state").put("state", state).put("message", message));
  }

  @Override
  public void onReady(VoiceSession session, VoiceEvent.Ready event) {
    ObjectNode frame = frame("state").put("state", "ready").put("message", "");
    add(frame.put("sessionId", event.sessionId()).put("dialect", event.dialect().name()));
  }

  @Override
  public void onReconnecting(VoiceSession session, VoiceEvent.Reconnecting event) {
    state("reconnecting", "Attempt %d: %s".formatted(event.attempt(), event.reason()));
  }

  @Override
  public void onReconnected(VoiceSession session, VoiceEvent.Reconnected event) {
    state("ready", "Reconnected; %d items were restored.".formatted(event.restoredItems()));
  }

  @Override
  public void onClosed(VoiceSession session, VoiceEvent.Closed event) {
    String reason = event.reason().isEmpty() ? "" : ": " + event.reason();
    state("ended", "The session ended (%d)%s".formatted(event.code(), reason));
  }

  @Override
  public void onFailure(VoiceSession session, Failure event) {
    ObjectNode frame = frame("failure").put("kind", event.kind().name());
    add(frame.put("code", event.code()).put("message", event.message()));
  }

  @Override
  public void onReply(VoiceSession session, ReplyEvent event) {
    if (event instanceof ReplyEvent.Started started && !started.answers().isEmpty()) {
      ObjectNode frame = frame("reply").put("responseId", started.responseId());
      started.answers().forEach(frame.putArray("answers")::add);
      add(frame);
    }
  }

  @Override
  public void onTool(VoiceSession session, ToolEvent event) {
    String stage = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    ObjectNode frame =
        frame("tool")
            // When it happened, not when it was reported.
            .put("at", event.atMs() - sessionBeginMs)
            .put("stage", stage)
            .put("callId", event.call().callId())
            .put("name", event.call().name())
            .put("arguments", event.call().arguments());
    if (event instanceof ToolEvent.Validated validated) {
      frame.set("repairs", HandCallOutcome.repairs(validated.repairs()));
    } else if (event instanceof ToolEvent.Answered answered) {
      frame.put("ending", answered.ending().name().toLowerCase(Locale.ROOT));
      frame.put("output", answered.output());
      frame.put("elapsedMs", answered.elapsedMs());
      frame.set("violations", HandCallOutcome.violations(answered.violations()));
    } else if (event instanceof ToolEvent.Skipped skipped) {
      frame.put("reason", skipped.reason());
    } else if (event instanceof ToolEvent.Late late) {
      frame.put("output", late.output());
    }
    add(frame);
  }

  private ObjectNode frame(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("at", nowMs());
  }

  private void add(ObjectNode frame) {
    lane.execute(
        () -> {
          feed.add(frame.toString());
          added.run();
        });
  }

  private double nowMs() {
    return Math.round((System.nanoTime() - begin) / 1e5) / 10.0;
  }
}
