package dev.parlando.internal.engine.oracle;

import java.util.Locale;
import java.util.function.Supplier;

/** A conversation for people to read, if it is wanted. */
final class WireLog {

  private final Agenda agenda;
  private final StringBuilder text;

  private WireLog(Agenda agenda, StringBuilder text) {
    this.agenda = agenda;
    this.text = text;
  }

  static WireLog none() {
    return new WireLog(null, null);
  }

  static WireLog of(Agenda agenda) {
    return new WireLog(agenda, new StringBuilder());
  }

  void line(String mark, Supplier<String> what) {
    if (text != null) {
      line(mark, what.get());
    }
  }

  void line(String mark, String what) {
    if (text != null) {
      text.append(
          String.format(Locale.ROOT, "%10.3f %-5s %s%n", agenda.nowMs() / 1000.0, mark, what));
    }
  }

  @Override
  public String toString() {
    return text == null ? "" : text.toString();
  }
}
