package dev.parlando.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which properties an object may and must have. It holds the names only; values are read by
 * generated code.
 *
 * <p>Immutable.
 */
public final class ObjectShape {

  /** The most properties one object can have: one bit each in the set of those seen. */
  public static final int MAX_PROPERTIES = 64;

  static final ObjectShape EMPTY = builder().build();

  private final String[] names;
  private final Map<String, Integer> aliases;
  private final long required;
  private final long sensitive;
  private final @Nullable String tag;

  private ObjectShape(Builder builder) {
    names = builder.names.toArray(new String[0]);
    aliases = Map.copyOf(builder.aliases);
    required = builder.required;
    sensitive = builder.sensitive;
    tag = builder.tag;
  }

  /** A shape to which properties are added in the order of the schema. */
  public static Builder builder() {
    return new Builder();
  }

  /** The index of a property by its name or alias, or -1; the one that models send next first. */
  int indexOf(String name, int likely) {
    if (likely < names.length && names[likely].equals(name)) {
      return likely;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return aliases.isEmpty() ? -1 : aliases.getOrDefault(name, -1);
  }

  String name(int index) {
    return names[index];
  }

  /** What to say of a name that is none of the properties'. */
  String complaint(String unknown) {
    String meant = Spelling.closest(unknown, List.of(names));
    return meant == null ? "unknown property" : "unknown property, did you mean " + meant + "?";
  }

  boolean isRequired(int index) {
    return (required >>> index & 1) != 0;
  }

  boolean isSensitive(int index) {
    return (sensitive >>> index & 1) != 0;
  }

  boolean hasSensitive() {
    return sensitive != 0;
  }

  /** Whether a name is that of the property which says what variant the object is. */
  boolean isTag(String name) {
    return name.equals(tag);
  }

  /** The bits of the required properties that are not among those seen. */
  long missing(long seen) {
    return required & ~seen;
  }

  /** Builds an {@link ObjectShape}. */
  public static final class Builder {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> aliases = new HashMap<>();
    private long required;
    private long sensitive;
    private @Nullable String tag;

    private Builder() {}

    /** Adds a property that must be there. */
    public Builder required(String name, String... aliases) {
      required |= 1L << names.size();
      return optional(name, aliases);
    }

    /** Adds a property that may be left out. */
    public Builder optional(String name, String... aliases) {
      if (names.size() == MAX_PROPERTIES) {
        throw new IllegalStateException("an object has at most " + MAX_PROPERTIES + " properties");
      }
      for (String alias : aliases) {
        this.aliases.put(alias, names.size());
      }
      names.add(name);
      return this;
    }

    /** Says that the value of the property added last must not be shown. */
    public Builder sensitive() {
      sensitive |= 1L << (names.size() - 1);
      return this;
    }

    /** Names the property that says which variant the object is; it has been read before. */
    public Builder tag(String name) {
      tag = name;
      return this;
    }

    /** The shape. */
    public ObjectShape build() {
      return new ObjectShape(this);
    }
  }
}
