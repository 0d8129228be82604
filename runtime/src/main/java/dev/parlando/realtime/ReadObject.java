package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was read of a JSON object, before it becomes a Java object. */
final class ReadObject extends Unheld {

  private final @Nullable Object[] values;
  private @Nullable Dialect dialect;

  ReadObject(int slots) {
    values = new @Nullable Object[slots];
  }

  void set(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  boolean has(int slot) {
    return values[slot] != null;
  }

  /** GA prevails: some servers of that dialect send the beta's names as well. */
  void tell(Dialect told) {
    if (dialect != Dialect.GA) {
      dialect = told;
    }
  }

  /** The value of a field; null if it was left out or could not be held. */
  @SuppressWarnings("unchecked") // only the field's own kind sets it
  <V> @Nullable V get(Field<?, V> field) {
    return (V) values[field.slot()];
  }

  /** The value of a field, or another. */
  <V> V get(Field<?, V> field, V other) {
    V value = get(field);
    return value == null ? other : value;
  }

  /** What could not be held. */
  Extras extras() {
    ObjectNode unheld = fields();
    return unheld == null ? Extras.NONE : Extras.of(unheld);
  }

  /** The dialect that the names told; null if none did. */
  @Nullable Dialect dialect() {
    return dialect;
  }
}
