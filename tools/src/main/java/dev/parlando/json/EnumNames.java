package dev.parlando.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names by which the model knows the constants of an enum.
 *
 * <p>Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> implements TextFormat<E> {

  private final Map<String, E> byName;
  private final Map<E, String> byConstant;
  private final String expected;
  private final @Nullable E unknown;

  private EnumNames(Builder<E> builder) {
    byName = Map.copyOf(builder.byName);
    byConstant = Map.copyOf(builder.byConstant);
    // No string concatenation here: the first one in a JVM costs more than all definitions do.
    expected = "one of ".concat(String.join(", ", builder.byConstant.values()));
    unknown = builder.unknown;
  }

  /** Names to which constants are added in the order of the schema. */
  public static <E extends Enum<E>> Builder<E> builder() {
    return new Builder<>();
  }

  @Override
  public @Nullable E parse(String text) {
    return byName.get(text);
  }

  @Override
  public String format(E value) {
    String name = byConstant.get(value);
    if (name == null) {
      throw new IllegalArgumentException("the model has no name for " + value.name());
    }
    return name;
  }

  @Override
  public String expected() {
    return expected;
  }

  /** The one constant whose name differs from the text only in case and separators, or null. */
  @Nullable E parseLoosely(String text) {
    String folded = Spelling.fold(text);
    E found = null;
    for (Map.Entry<String, E> entry : byName.entrySet()) {
      if (Spelling.fold(entry.getKey()).equals(folded)) {
        if (found != null && found != entry.getValue()) {
          return null;
        }
        found = entry.getValue();
      }
    }
    return found;
  }

  /** The constant that stands for every unknown name, or null. */
  @Nullable E unknown() {
    return unknown;
  }

  /**
   * Builds {@link EnumNames}.
   *
   * @param <E> the enum
   */
  public static final class Builder<E extends Enum<E>> {

    private final Map<String, E> byName = new HashMap<>();
    private final Map<E, String> byConstant = new LinkedHashMap<>();
    private @Nullable E unknown;

    private Builder() {}

    /** Adds a constant, with further names that are taken but not in the schema. */
    public Builder<E> name(String name, E constant, String... aliases) {
      byName.put(name, constant);
      byConstant.put(constant, name);
      for (String alias : aliases) {
        byName.put(alias, constant);
      }
      return this;
    }

    /** Lets a constant stand for every unknown name. */
    public Builder<E> unknown(E constant) {
      unknown = constant;
      return this;
    }

    /** The names. */
    public EnumNames<E> build() {
      return new EnumNames<>(this);
    }
  }
}
