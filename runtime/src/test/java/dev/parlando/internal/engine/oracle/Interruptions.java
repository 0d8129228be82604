package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import java.util.List;

/** Judges what is stopped, and when: all of it by the application, by speech what may be. */
final class Interruptions {

  private final Agenda agenda;
  private final Setup setup;
  private final Findings findings;
  private long interruptedMs = -1;
  private long speechMs = -1;

  Interruptions(Agenda agenda, Setup setup, Findings findings) {
    this.agenda = agenda;
    this.setup = setup;
    this.findings = findings;
  }

  /** The application interrupts. */
  void interrupted() {
    interruptedMs = agenda.nowMs();
  }

  /** The client learns that the user speaks. */
  void speechStarted() {
    speechMs = agenda.nowMs();
  }

  void sent(ClientEvent event) {
    boolean stops =
        event instanceof ClientEvent.ResponseCancel || event instanceof ClientEvent.ItemTruncate;
    if (stops && protectedNow()) {
      findings.add(Rule.PROTECTED_SPEECH_CUT, event.type());
    }
  }

  void flushed(List<String> cut) {
    if (!cut.isEmpty() && protectedNow()) {
      findings.add(Rule.PROTECTED_SPEECH_CUT, "flush");
    }
  }

  /** Audio of a response is handed to the sink. */
  void handed(Reply reply) {
    long sinceMs = reply.response.createId == null ? reply.knownMs : reply.askedMs;
    if (interruptedMs >= 0 && sinceMs < interruptedMs && agenda.nowMs() > interruptedMs) {
      findings.add(Rule.HEARD_AFTER_INTERRUPT, reply.response.id);
    }
  }

  /** Whether what is stopped now is stopped for speech, though the session forbids it. */
  private boolean protectedNow() {
    return setup.vad()
        && Boolean.FALSE.equals(setup.interruptResponse())
        && speechMs == agenda.nowMs()
        && interruptedMs != agenda.nowMs();
  }
}
