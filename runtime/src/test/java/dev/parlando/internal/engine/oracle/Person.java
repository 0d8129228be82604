package dev.parlando.internal.engine.oracle;

/** The user, who speaks in pieces of 200 ms and says a number. */
final class Person {

  private static final long PIECE_MS = 300;

  private final Agenda agenda;
  private final VirtualShell shell;
  private int saying;

  Person(Agenda agenda, VirtualShell shell) {
    this.agenda = agenda;
    this.shell = shell;
  }

  boolean speaks() {
    return saying > 0;
  }

  void begin(int number) {
    saying = number;
    piece(number);
  }

  private void piece(int number) {
    if (saying == number && !shell.over()) {
      shell.append(Tokens.audio(number));
      agenda.after(PIECE_MS, () -> piece(number));
    }
  }

  void cease() {
    if (saying > 0) {
      saying = 0;
      shell.append(Tokens.audio(0));
    }
  }
}
