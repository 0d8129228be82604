package dev.parlando.examples.quickstart;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints a line for each thing that happens. */
final class Printer implements VoiceListener {

  private final PrintStream out;
  private final AtomicBoolean replied = new AtomicBoolean();

  Printer(PrintStream out) {
    this.out = out;
  }

  /** Whether the agent said something since this was last asked. */
  boolean replied() {
    return replied.getAndSet(false);
  }

  @Override
  public void onToolAnswered(VoiceSession session, ToolEvent.Answered event) {
    out.printf(
        "tool> %s %s -> %s (%d ms)%n",
        event.call().name(), event.call().arguments(), event.output(), event.elapsedMs());
  }

  @Override
  public void onReplyTranscript(VoiceSession session, ReplyEvent.Transcript event) {
    replied.set(true);
    out.println("agent> " + event.text());
  }

  @Override
  public void onFailure(VoiceSession session, Failure event) {
    out.println("error> " + event.message());
  }
}
