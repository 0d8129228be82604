package dev.parlando.internal.engine.connection;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.realtime.Session;
import org.jspecify.annotations.Nullable;

/**
 * When a connection is exchanged for another before its server ends it: at a moment when nothing is
 * under way and all was heard, so that nobody notices.
 */
public final class Renewal {

  private final Outbox out;
  private final EngineOptions options;
  private String reason = "";
  private boolean asked;
  private boolean heard;

  public Renewal(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
  }

  /** A connection is ready, and its server may have said when it will end it. */
  public void ready(@Nullable Session session) {
    connectionLost();
    long beforeMs = options.reconnect().renewBefore().toMillis();
    // The session of a side channel is the call's, and ends with it.
    if (session != null
        && session.expiresAt() != null
        && beforeMs > 0
        && !options.sideband()
        && options.reconnect().losses() > 0) {
      long leftMs = session.expiresAt() * 1000 - options.options().time().clock().millis();
      if (leftMs > 0) {
        out.start(Timer.of(Kind.RENEWAL), Math.max(leftMs - beforeMs, leftMs / 2));
      }
    }
  }

  /** The server's end of the connection is near. */
  public void due() {
    want("the server will end the connection soon");
  }

  /** Somebody wants another connection. */
  public void want(String why) {
    reason = why;
    heard = false;
    asked = false;
  }

  /** All that was played has been heard. */
  public void heard() {
    heard = asked;
  }

  /**
   * Whether the connection is to be exchanged now. Called after each input.
   *
   * @param idle whether nothing is under way
   * @return why; empty: it is not
   */
  public String now(boolean idle) {
    if (reason.isEmpty() || !idle) {
      heard = false;
      asked = false;
      return "";
    }
    if (!asked) {
      asked = true;
      out.add(new Effect.AwaitHeard());
    }
    return heard ? reason : "";
  }

  /** What was wanted is there, or comes by itself. */
  public void connectionLost() {
    reason = "";
    out.stop(Timer.of(Kind.RENEWAL));
  }
}
