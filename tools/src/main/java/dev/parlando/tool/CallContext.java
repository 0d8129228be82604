package dev.parlando.tool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of a call for whoever runs it, who may cancel it. Safe for use by many threads. */
public final class CallContext implements ToolContext {

  private final ToolCall call;
  private final String sessionId;
  private final @Nullable Instant deadline;
  private final List<Runnable> cancelActions = new ArrayList<>();
  private final @Nullable Object owner;
  private boolean cancelled;

  /**
   * The context of a call that begins now.
   *
   * @param sessionId the server's id of the session; empty where there is none
   * @param clock tells now
   * @param timeout how long the call may take; zero: no limit. Who runs the call keeps to it
   * @param owner what the call belongs to; null: nothing
   */
  public CallContext(
      ToolCall call, String sessionId, Clock clock, Duration timeout, @Nullable Object owner) {
    this.call = call;
    this.sessionId = sessionId;
    this.deadline = timeout.isZero() ? null : clock.instant().plus(timeout);
    this.owner = owner;
  }

  /** The context of a call in no session, without a limit of time. */
  public static CallContext of(ToolCall call) {
    return new CallContext(call, "", Clock.systemUTC(), Duration.ZERO, null);
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

  @Override
  public <T> Optional<T> owner(Class<T> type) {
    return type.isInstance(owner) ? Optional.of(type.cast(owner)) : Optional.empty();
  }

  /**
   * Cancels the call: nobody waits for its result any more. Runs each of the tool's {@linkplain
   * #onCancel actions} on the calling thread, whatever those before it threw.
   *
   * @return what the actions threw, to be logged
   */
  public List<Throwable> cancel() {
    List<Runnable> actions;
    synchronized (cancelActions) {
      cancelled = true;
      actions = List.copyOf(cancelActions);
      cancelActions.clear();
    }
    List<Throwable> thrown = new ArrayList<>();
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException | Error failure) {
        thrown.add(failure);
      }
    }
    return List.copyOf(thrown);
  }
}
