package dev.parlando.tool;

import java.time.Instant;
import java.util.Optional;

/**
 * Facts about a running call. A tool takes it as a parameter; the model does not see it.
 *
 * <p>Safe for use by any thread.
 */
public interface ToolContext {

  /** The server's id of the call. */
  String callId();

  /** The tool's name. */
  String toolName();

  /** The server's id of the session; empty before the server told it. */
  String sessionId();

  /**
   * Whether nobody waits for the result any more: the time is up, the session ended, or the call
   * was cancelled.
   */
  boolean cancelled();

  /**
   * Runs an action when the call is cancelled; at once if it already is. Actions run on the thread
   * that cancels and must not block.
   */
  void onCancel(Runnable action);

  /** When the call times out, if it has a limit. */
  Optional<Instant> deadline();

  /**
   * What the call belongs to, if it is of this type: in a voice session, the {@code VoiceSession}.
   */
  default <T> Optional<T> owner(Class<T> type) {
    return Optional.empty();
  }
}
