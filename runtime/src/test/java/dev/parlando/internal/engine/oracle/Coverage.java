package dev.parlando.internal.engine.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often each happening met a turn in each state. */
final class Coverage {

  /**
   * The cells of the table of turns. Not among them is {@code BEGAN_UNDER_OLD_ID} when {@code
   * HEARD}: while a part of a response was heard and it runs, a server begins no other; and once
   * another has begun, the one before has ended, whoever says so.
   */
  private static final Map<Happening, Set<State>> TABLE = new TreeMap<>();

  static {
    expect(Happening.SPEECH_STARTED, State.NONE, State.OWED, State.ASKED, State.BEGUN, State.HEARD);
    expect(Happening.COMMITTED_SERVER_ASKS, State.FORMING);
    expect(Happening.COMMITTED, State.FORMING);
    expect(Happening.IDLE_COMMIT, State.NONE);
    expect(Happening.CLEARED, State.FORMING);
    expect(Happening.COMMIT_REFUSED, State.NONE);
    expect(Happening.NOTHING_APPENDED, State.FORMING);
    expect(Happening.TEXT, State.NONE);
    expect(Happening.OUR_COMMIT, State.NONE);
    expect(Happening.REQUEST, State.NONE);
    expect(Happening.REQUEST_WITH_OVERRIDES, State.NONE);
    expect(Happening.OUTPUTS_SENT, State.NONE);
    expect(Happening.REPLY_DECLINED, State.NONE);
    expect(Happening.MCP_COMPLETE, State.NONE);
    expect(Happening.REQUESTED, State.OWED);
    expect(Happening.REFUSED_BUSY, State.ASKED);
    expect(Happening.REFUSED_BUSY_WITHOUT_ID, State.ASKED);
    expect(Happening.REFUSED_TRANSIENTLY, State.ASKED);
    expect(Happening.REFUSED_FINALLY, State.ASKED);
    expect(Happening.ITEM_REFUSED, State.OWED, State.ASKED);
    expect(Happening.OUTPUT_REFUSED, State.OWED, State.ASKED);
    expect(Happening.NO_BEGINNING, State.ASKED, State.ASKED_BY_SERVER);
    expect(Happening.BEGAN, State.OWED, State.ASKED);
    expect(Happening.BEGAN_BY_SERVER, State.OWED, State.ASKED, State.ASKED_BY_SERVER);
    expect(Happening.BEGAN_UNDER_OLD_ID, State.BEGUN, State.SETTLED);
    expect(Happening.CALL_DISPATCHED, State.BEGUN, State.HEARD);
    expect(Happening.FIRST_AUDIO, State.BEGUN);
    expect(Happening.FIRST_TEXT, State.BEGUN);
    expect(Happening.COMPLETED, State.HEARD);
    expect(Happening.COMPLETED_EMPTY, State.BEGUN);
    expect(Happening.ONLY_UNFINISHED_CALLS, State.BEGUN);
    expect(Happening.FAILED, State.BEGUN, State.HEARD);
    expect(Happening.FAILED_FINALLY, State.BEGUN);
    expect(Happening.RATE_LIMITED, State.BEGUN);
    expect(Happening.STALLED, State.BEGUN, State.HEARD);
    expect(Happening.REPLACED, State.BEGUN, State.HEARD);
    expect(Happening.MAX_TOKENS, State.BEGUN, State.HEARD);
    expect(Happening.FILTERED, State.BEGUN, State.HEARD);
    expect(Happening.CANCELLED_BY_OTHERS, State.BEGUN, State.HEARD);
    expect(Happening.CANCELLED_BY_SPEECH, State.BEGUN, State.HEARD);
    expect(
        Happening.CONNECTION_LOST,
        State.FORMING,
        State.OWED,
        State.ASKED,
        State.ASKED_BY_SERVER,
        State.BEGUN,
        State.HEARD);
    expect(
        Happening.INTERRUPTED,
        State.FORMING,
        State.OWED,
        State.ASKED,
        State.ASKED_BY_SERVER,
        State.BEGUN,
        State.HEARD);
    expect(
        Happening.CLOSED,
        State.FORMING,
        State.OWED,
        State.ASKED,
        State.ASKED_BY_SERVER,
        State.BEGUN,
        State.HEARD);
  }

  private static void expect(Happening happening, State... states) {
    TABLE.put(happening, EnumSet.of(states[0], states));
  }

  private final Map<Happening, Map<State, LongAdder>> counts = new EnumMap<>(Happening.class);

  Coverage() {
    for (Happening happening : Happening.values()) {
      Map<State, LongAdder> row = new EnumMap<>(State.class);
      for (State state : State.values()) {
        row.put(state, new LongAdder());
      }
      counts.put(happening, row);
    }
  }

  void count(State state, Happening happening) {
    counts.get(happening).get(state).increment();
  }

  private long of(State state, Happening happening) {
    return counts.get(happening).get(state).sum();
  }

  /** The cells of the table that were reached less often than this, as {@code EVENT*STATE}. */
  List<String> below(long least) {
    List<String> cells = new ArrayList<>();
    TABLE.forEach(
        (happening, states) -> {
          for (State state : states) {
            if (of(state, happening) < least) {
              cells.add(happening + "*" + state);
            }
          }
        });
    return cells;
  }

  /** A line per happening; cells that the table does not have are in brackets. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-26s", ""));
    for (State state : State.values()) {
      text.append(String.format(Locale.ROOT, "%16s", state));
    }
    for (Happening happening : Happening.values()) {
      text.append(String.format(Locale.ROOT, "%n%-26s", happening));
      for (State state : State.values()) {
        long count = of(state, happening);
        boolean expected = TABLE.getOrDefault(happening, Set.of()).contains(state);
        String cell = expected ? String.valueOf(count) : count == 0 ? "" : "(" + count + ")";
        text.append(String.format(Locale.ROOT, "%16s", cell));
      }
    }
    return text.toString();
  }
}
