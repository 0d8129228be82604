package dev.parlando.testkit.internal.access;

import dev.parlando.testkit.internal.session.SessionDraft;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of a server: which there are, which ended, and what was arranged for them. */
public final class CallBook {

  private record Call(Optional<SessionDraft> accepted, boolean over) {}

  private final boolean any;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();

  /**
   * A book without calls.
   *
   * @param any whether a call that never came in counts as there, as where a recording is played
   */
  public CallBook(boolean any) {
    this.any = any;
  }

  /** A call comes in, unless it is there already. */
  public void begin(String callId) {
    calls.putIfAbsent(callId, new Call(Optional.empty(), false));
  }

  /**
   * A call is taken, one that nobody knew of included.
   *
   * @param session what was arranged for it
   * @return whether that is possible; not when it has ended
   */
  public boolean accept(String callId, SessionDraft session) {
    return !calls
        .merge(
            callId,
            new Call(Optional.of(session), false),
            (before, now) -> before.over() ? before : now)
        .over();
  }

  /**
   * A call ends.
   *
   * @return whether there was one
   */
  public boolean end(String callId) {
    Call before = calls.put(callId, new Call(Optional.empty(), true));
    return before != null && !before.over();
  }

  /** Whether there is such a call, and it has not ended. */
  public boolean isOpen(String callId) {
    Call call = calls.get(callId);
    return call == null ? any : !call.over();
  }

  Optional<SessionDraft> accepted(String callId) {
    return Optional.ofNullable(calls.get(callId)).flatMap(Call::accepted);
  }
}
