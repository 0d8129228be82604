package dev.parlando.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects that tell their class by the field {@code type}. Every object is one of them: what is of
 * no known type is kept whole.
 *
 * <p>The type need not come first. The fields before it are held as trees until it is known.
 */
public final class TaggedUnion<T> implements JsonType<T> {

  private static final SerializedString TYPE = new SerializedString("type");

  private final Map<String, Variant<T>> byName = new HashMap<>();
  private final Map<Class<?>, Variant<T>> byClass = new HashMap<>();
  private final Unknown<T> unknown;
  private final Function<T, @Nullable JsonNode> raw;

  /** Makes the value that keeps what is of no known type. */
  public interface Unknown<T> {
    T of(@Nullable String type, JsonNode raw);
  }

  private record Variant<T>(String name, String olderName, ObjectMapping<T> mapping) {

    @SuppressWarnings("EnumOrdinal") // The order is what counts; the constants are not known here.
    String name(Enum<?> dialect) {
      return dialect.ordinal() == 0 ? name : olderName;
    }
  }

  /**
   * No variants yet.
   *
   * @param raw the reverse of {@code unknown}; null for values of known classes
   */
  public TaggedUnion(Unknown<T> unknown, Function<T, @Nullable JsonNode> raw) {
    this.unknown = unknown;
    this.raw = raw;
  }

  /** Adds a class of one name. */
  public <S extends T> TaggedUnion<T> add(String name, Class<S> type, ObjectMapping<S> mapping) {
    return add(name, name, type, mapping);
  }

  /** Adds a class of a name in each of the two dialects. */
  public <S extends T> TaggedUnion<T> add(
      String name, String olderName, Class<S> type, ObjectMapping<S> mapping) {
    write(name, olderName, type, mapping);
    read(name, type);
    return name.equals(olderName) ? this : read(olderName, type);
  }

  /** Adds the names under which a class is written, none under which it is read. */
  public <S extends T> TaggedUnion<T> write(
      String name, String olderName, Class<S> type, ObjectMapping<S> mapping) {
    @SuppressWarnings("unchecked") // found by the class of the value, or by name for reading
    ObjectMapping<T> general = (ObjectMapping<T>) mapping;
    byClass.put(type, new Variant<>(name, olderName, general));
    return this;
  }

  /** Adds a name under which a class is read. */
  public TaggedUnion<T> read(String name, Class<? extends T> type) {
    if (byName.put(name, Objects.requireNonNull(byClass.get(type))) != null) {
      throw new IllegalStateException(name + " is taken");
    }
    return this;
  }

  /** The type that a value is written with. */
  public String nameOf(T value, Enum<?> dialect) {
    return Objects.requireNonNull(byClass.get(value.getClass())).name(dialect);
  }

  @Override
  public @Nullable T read(JsonInput in) {
    return in.token() == JsonToken.START_OBJECT ? readObject(in) : null;
  }

  /** Reads any JSON: what is no object is of no known type either. */
  public T readAny(JsonInput in) {
    return in.token() == JsonToken.START_OBJECT ? readObject(in) : unknown.of(null, in.tree());
  }

  private T readObject(JsonInput in) {
    Map<String, JsonNode> before = null;
    for (String name = in.nextField(TYPE); name != null; name = in.nextField(TYPE)) {
      if (name.equals(TYPE.getValue()) && in.token() == JsonToken.VALUE_STRING) {
        String type = in.text();
        Variant<T> variant = byName.get(type);
        return variant == null
            ? readUnknown(type, in, before)
            : variant.mapping().readRest(in, before);
      }
      if (before == null) {
        before = new LinkedHashMap<>(4);
      }
      before.put(name, in.tree());
    }
    return unknown.of(null, object(before));
  }

  private static ObjectNode object(@Nullable Map<String, JsonNode> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (fields != null) {
      object.setAll(fields);
    }
    return object;
  }

  private T readUnknown(String type, JsonInput in, @Nullable Map<String, JsonNode> before) {
    ObjectNode object = object(before);
    object.put(TYPE.getValue(), type);
    for (String name = in.nextField(null); name != null; name = in.nextField(null)) {
      object.set(name, in.tree());
    }
    return unknown.of(type, object);
  }

  @Override
  public void write(JsonGenerator out, T value, Enum<?> dialect) {
    Variant<T> variant = byClass.get(value.getClass());
    if (variant == null) {
      JsonTrees.write(out, Objects.requireNonNull(raw.apply(value)));
      return;
    }
    out.writeStartObject();
    out.writeName(TYPE);
    out.writeString(variant.name(dialect));
    variant.mapping().writeFields(out, value, dialect);
    out.writeEndObject();
  }

  @Override
  public String print(T value) {
    Variant<T> variant = byClass.get(value.getClass());
    return variant == null ? value.toString() : variant.mapping().print(value);
  }
}
