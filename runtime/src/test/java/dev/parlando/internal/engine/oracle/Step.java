package dev.parlando.internal.engine.oracle;

/**
 * One input of a conversation.
 *
 * @param kind what happens
 * @param pick which of several, where there are several
 * @param passMs how much time passes after it, in ms
 */
record Step(Kind kind, int pick, long passMs) {

  /** What can happen. */
  enum Kind {
    SAY(14),
    SPEAK(14),
    BEGIN_TO_SPEAK(4),
    CEASE_TO_SPEAK(4),
    PUSH_TO_TALK(4),
    COMMIT_NOTHING(1),
    CLEAR(1),
    REQUEST(3),
    REQUEST_WITH_OVERRIDES(3),
    REQUEST_OUT_OF_BAND(3),
    INTERRUPT(3),
    CLOSE(0),
    LOSE_CONNECTION(5),
    WELCOME(3),
    FATE(22),
    HINDRANCE(7),
    MISHAP(8),
    REFUSE_ITEM(1),
    REFUSE_OUTPUT(2),
    MISS_END_OF_SPEECH(1),
    IDLE(1),
    RESPOND_UNASKED(1),
    TOOL(6);

    final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  @Override
  public String toString() {
    return describe() + ", " + passMs + " ms";
  }

  private String describe() {
    return switch (kind) {
      case FATE -> kind + " " + pick(Fate.values());
      case HINDRANCE -> kind + " " + pick(Hindrance.values());
      case MISHAP -> kind + " " + pick(Mishap.values());
      case WELCOME -> kind + " " + pick(Welcome.values());
      case TOOL -> kind + " " + pick(ToolFate.values());
      default -> kind.toString();
    };
  }

  <T> T pick(T[] choices) {
    return choices[pick % choices.length];
  }
}
