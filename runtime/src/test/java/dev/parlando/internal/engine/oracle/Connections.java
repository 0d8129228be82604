package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.event.VoiceEvent;
import java.util.HashSet;
import java.util.Set;

/** Judges dials: one connection at a time, none after the close, and none given up too early. */
final class Connections {

  /** How often a client dials before it gives up. */
  private static final int ATTEMPTS = 5;

  private final Findings findings;
  private final Set<Integer> live = new HashSet<>();
  private int last;
  private int dials;
  private boolean greeted;
  private boolean configured;
  private boolean ready;
  private boolean restoring;
  private boolean closed;
  private boolean endTold;

  Connections(Findings findings) {
    this.findings = findings;
  }

  void dialled(int connection) {
    if (closed) {
      findings.add(Rule.DIALLED_AFTER_CLOSE, "connection " + connection);
    }
    if (!live.isEmpty()) {
      findings.add(Rule.TWO_CONNECTIONS, connection + " beside " + live);
    }
    live.add(connection);
    last = connection;
    dials++;
    greeted = false;
    configured = false;
    ready = false;
  }

  /** The last connection. */
  int last() {
    return last;
  }

  void delivered(ServerEvent event) {
    greeted |= event instanceof SessionEvent.Created;
    if (event instanceof SessionEvent.Updated) {
      ready = true;
      dials = 0;
    }
  }

  /** Whether the session can be used; what comes before is for nobody. */
  boolean ready() {
    return ready;
  }

  /** The client configured the session. */
  void configured() {
    configured = true;
  }

  void hungUp(int connection) {
    ended(connection);
    if (greeted && !configured && !closed) {
      findings.add(Rule.CONNECTING_GIVEN_UP, "a connection that greets");
    }
  }

  void lost(int connection) {
    ended(connection);
    restoring = true;
  }

  void ended(int connection) {
    live.remove(connection);
  }

  /** Whether a new connection was not told all of the old one yet. */
  boolean restoring() {
    return restoring;
  }

  void restored() {
    restoring = false;
  }

  /** The application closed the session, or it was told to be over. */
  void sessionClosed() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /** The end of the session was told, whatever it ended for. */
  void endTold() {
    endTold = true;
  }

  /** The end of the session was told. */
  void told(VoiceEvent.Closed event) {
    endTold();
    if (event.cause() == VoiceEvent.Closed.Cause.LOST && dials < ATTEMPTS) {
      findings.add(Rule.CONNECTING_GIVEN_UP, "after " + dials + " dials");
    }
  }

  /**
   * It was told that the session could not be opened.
   *
   * @param fails whether the first connection failed
   */
  void notConnected(boolean fails) {
    endTold = true;
    if (!closed && !fails) {
      findings.add(Rule.CONNECTING_GIVEN_UP, "the first connection");
    }
  }

  /** Whether the end of the session was told. */
  boolean isEndTold() {
    return endTold;
  }

  /** Judges what is left after a long rest. */
  void rest(boolean connected) {
    if (closed && !endTold) {
      findings.add(Rule.END_NOT_TOLD, "");
    } else if (!closed && !connected) {
      findings.add(Rule.CONNECTING_GIVEN_UP, "there is no connection at rest");
    }
  }
}
