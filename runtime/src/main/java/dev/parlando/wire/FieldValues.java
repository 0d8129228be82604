package dev.parlando.wire;

import org.jspecify.annotations.Nullable;

/** What was read of a JSON object, before it becomes a Java object. */
public final class FieldValues extends Leftovers {

  private final @Nullable Object[] values;
  private @Nullable Enum<?> dialect;

  public FieldValues(int slots) {
    values = new @Nullable Object[slots];
  }

  public void set(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  public boolean has(int slot) {
    return values[slot] != null;
  }

  /** The dialect declared first prevails: some servers send the names of an older one as well. */
  @SuppressWarnings("EnumOrdinal") // The order is what counts; the constants are not known here.
  public void tell(Enum<?> told) {
    if (dialect == null || told.ordinal() < dialect.ordinal()) {
      dialect = told;
    }
  }

  /** The value of a field; null if it was left out or could not be held. */
  @SuppressWarnings("unchecked") // only the field's own type sets it
  public <V> @Nullable V get(Field<?, V> field) {
    return (V) values[field.slot()];
  }

  /** The value of a field, or another. */
  public <V> V get(Field<?, V> field, V other) {
    V value = get(field);
    return value == null ? other : value;
  }

  /** The dialect that the names told; null if none did. */
  public @Nullable Enum<?> dialect() {
    return dialect;
  }
}
