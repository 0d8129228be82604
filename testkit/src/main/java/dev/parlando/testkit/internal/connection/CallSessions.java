package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The calls of a server that have a session. */
public final class CallSessions {

  private final ServerThreads threads;
  private final Map<String, CallSession> calls = new ConcurrentHashMap<>();

  /**
   * @param threads run the sessions
   */
  public CallSessions(ServerThreads threads) {
    this.threads = threads;
  }

  /**
   * The session of a call, begun when it is first asked for.
   *
   * @param logic makes what goes on in it
   */
  public CallSession of(String callId, Function<ServerLink, SessionLogic> logic) {
    return calls.computeIfAbsent(callId, id -> new CallSession(threads, logic));
  }

  /** What a sideband of a call does with what arrives on it. */
  public SessionLogic join(
      String callId, ServerLink sideband, Function<ServerLink, SessionLogic> logic) {
    return of(callId, logic).join(sideband);
  }

  /** Ends the session of a call, and its sidebands. Does nothing if it has none. */
  public void end(String callId) {
    CallSession call = calls.remove(callId);
    if (call != null) {
      call.close(1000, "The call ended");
    }
  }
}
