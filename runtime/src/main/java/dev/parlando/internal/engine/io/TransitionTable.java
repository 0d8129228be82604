package dev.parlando.internal.engine.io;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which state follows which, and by what. What the table does not have is illegal and throws: a
 * state machine that goes on from a state it should not be in would answer twice or never.
 *
 * @param <S> the states
 * @param <E> what leads from one to another
 */
public final class TransitionTable<S extends Enum<S>, E extends Enum<E>> {

  private final String name;
  private final S first;
  private final Map<S, Map<E, S>> next;

  private TransitionTable(String name, S first, Map<S, Map<E, S>> next) {
    this.name = name;
    this.first = first;
    this.next = next;
  }

  /**
   * Begins a table.
   *
   * @param name of what has the states, for messages
   * @param first the state in which it begins
   */
  public static <S extends Enum<S>, E extends Enum<E>> Builder<S, E> of(String name, S first) {
    return new Builder<>(name, first);
  }

  /** Whether an event is legal in a state. */
  public boolean allows(S state, E event) {
    Map<E, S> row = next.get(state);
    return row != null && row.containsKey(event);
  }

  /**
   * The state that follows.
   *
   * @throws IllegalStateException if the table has none
   */
  public S next(S state, E event) {
    Map<E, S> row = next.get(state);
    @Nullable S following = row == null ? null : row.get(event);
    if (following == null) {
      throw new IllegalStateException(name + " can't " + event + " when " + state);
    }
    return following;
  }

  /** The table as a Mermaid state diagram, one line a transition, in the order of the states. */
  public String diagram() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n  [*] --> ").append(first);
    next.forEach(
        (from, row) ->
            row.forEach(
                (event, to) ->
                    text.append("\n  ")
                        .append(from)
                        .append(" --> ")
                        .append(to)
                        .append(" : ")
                        .append(event.name().toLowerCase(java.util.Locale.ROOT))));
    return text.append("\n").toString();
  }

  /** Puts a table together. Not safe for use by several threads. */
  public static final class Builder<S extends Enum<S>, E extends Enum<E>> {

    private final String name;
    private final S first;
    private final Map<S, Map<E, S>> next;

    private Builder(String name, S first) {
      this.name = name;
      this.first = first;
      this.next = new EnumMap<>(first.getDeclaringClass());
    }

    /** From one state an event leads to another. */
    public Builder<S, E> on(S from, E event, S to) {
      Map<E, S> row = next.computeIfAbsent(from, s -> new EnumMap<>(event.getDeclaringClass()));
      if (row.put(event, to) != null) {
        throw new IllegalArgumentException(from + " has two ways by " + event);
      }
      return this;
    }

    /** The table. */
    public TransitionTable<S, E> build() {
      return new TransitionTable<>(name, first, next);
    }
  }
}
