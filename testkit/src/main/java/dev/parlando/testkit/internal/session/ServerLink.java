package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.fault.FaultAction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a session can do: send, close, and have something done later in its own order. */
public interface ServerLink {

  /** Sends an event; an {@code event_id} is added. */
  void send(ObjectNode event);

  /** Closes the socket after what was sent. */
  void close(int code, String reason);

  /** Runs a task in the session's order: never two at once, each after what came before. */
  void execute(Runnable task);

  /** The same after a while; dropped when the session ends before. */
  void later(Duration delay, Runnable task);

  /**
   * What goes wrong with a response that the server is about to begin by itself; null for nothing.
   *
   * @param item what the user said
   */
  @Nullable FaultAction responseFault(ObjectNode item);

  /** What time it is. */
  Instant now();

  /** Where brains think: they may block here. */
  Executor thinking();
}
