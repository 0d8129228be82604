package dev.parlando.internal.engine.oracle;

import java.util.HashSet;
import java.util.Set;

/** Judges dials: one connection at a time, none after the close. */
final class Connections {

  private final Findings findings;
  private final Set<Integer> live = new HashSet<>();
  private boolean closed;

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
  }

  void ended(int connection) {
    live.remove(connection);
  }

  /** The application closed the session, or it was told to be over. */
  void sessionClosed() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }
}
