package dev.parlando.internal.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that the caller waited for in a conversation, and what happened to it. */
final class Turns {

  private final Coverage coverage;
  private final WireLog log;
  private final List<Turn> turns = new ArrayList<>();
  private int opened;

  Turns(Coverage coverage, WireLog log) {
    this.coverage = coverage;
    this.log = log;
  }

  List<Turn> all() {
    return turns;
  }

  void add(Turn turn, Happening happening) {
    open(turn);
    coverage.count(State.NONE, happening);
    log.line("turn", () -> happening + " opens " + turn);
  }

  /** A turn begins, from which its place among others counts. */
  void open(Turn turn) {
    if (turn.order == 0) {
      reserve(turn);
    }
    turns.add(turn);
  }

  /** Gives a turn its place among the others. */
  void reserve(Turn turn) {
    turn.order = ++opened;
  }

  /** The place of a request with overrides. */
  int order(int request) {
    Turn turn = numbered(request);
    return turn == null ? Integer.MAX_VALUE : turn.order;
  }

  void count(State state, Happening happening) {
    coverage.count(state, happening);
  }

  void become(Turn turn, Happening happening, State next) {
    coverage.count(turn.state, happening);
    if (turn.state != next) {
      State before = turn.state;
      turn.state = next;
      log.line("turn", () -> happening + ": " + turn + " (was " + before + ")");
    }
    if (next != State.BEGUN && next != State.HEARD) {
      turn.meeting = null;
    }
  }

  /** The same happens to all turns that a condition holds for. */
  void become(Predicate<Turn> which, Happening happening, State next) {
    for (Turn turn : turns) {
      if (which.test(turn)) {
        become(turn, happening, next);
      }
    }
  }

  Turn numbered(int number) {
    for (Turn turn : turns) {
      if (turn.number == number) {
        return turn;
      }
    }
    return null;
  }

  /** A turn that waits; null: none does. */
  Turn waiting() {
    for (Turn turn : turns) {
      if (turn.state.open() && !turn.optional) {
        return turn;
      }
    }
    return null;
  }
}
