package dev.parlando.session;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context of a call that runs. */
final class RunningCall implements ToolContext {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceSession.class);

  private final ToolCall call;
  private final String sessionId;
  private final @Nullable Instant deadline;
  private final List<Runnable> cancelActions = new ArrayList<>();
  private boolean cancelled;

  /**
   * @param timeoutMs how long it may take, in ms; 0: no limit
   */
  RunningCall(ToolCall call, String sessionId, Clock clock, long timeoutMs) {
    this.call = call;
    this.sessionId = sessionId;
    this.deadline = timeoutMs == 0 ? null : clock.instant().plusMillis(timeoutMs);
  }

  @Override
  public String callId() {
    return call.callId();
  }

  @Override
  public String toolName() {
    return call.name();
  }

  @Override
  public String sessionId() {
    return sessionId;
  }

  @Override
  public boolean cancelled() {
    synchronized (cancelActions) {
      return cancelled;
    }
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (cancelActions) {
      if (!cancelled) {
        cancelActions.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadline);
  }

  void cancel() {
    List<Runnable> actions;
    synchronized (cancelActions) {
      cancelled = true;
      actions = List.copyOf(cancelActions);
      cancelActions.clear();
    }
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException thrown) {
        LOG.error("A cancel action of {} failed", call.name(), thrown);
      }
    }
  }
}
