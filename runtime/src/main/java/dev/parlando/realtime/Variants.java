package dev.parlando.realtime;

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
final class Variants<T> implements Kind<T> {

  private static final SerializedString TYPE = new SerializedString("type");

  private final Map<String, Variant<T>> byName = new HashMap<>();
  private final Map<Class<?>, Variant<T>> byClass = new HashMap<>();
  private final Unknown<T> unknown;
  private final Function<T, @Nullable JsonNode> raw;

  /** Makes the value that keeps what is of no known type. */
  interface Unknown<T> {
    T of(@Nullable String type, JsonNode raw);
  }

  private record Variant<T>(String gaName, String betaName, Shape<T> shape) {

    String name(Dialect dialect) {
      return dialect == Dialect.GA ? gaName : betaName;
    }
  }

  /**
   * No variants yet.
   *
   * @param raw the reverse of {@code unknown}; null for values of known classes
   */
  Variants(Unknown<T> unknown, Function<T, @Nullable JsonNode> raw) {
    this.unknown = unknown;
    this.raw = raw;
  }

  /** Adds a class of one name. */
  <S extends T> Variants<T> add(String name, Class<S> type, Shape<S> shape) {
    return add(name, name, type, shape);
  }

  /** Adds a class of a name in each dialect. */
  <S extends T> Variants<T> add(String gaName, String betaName, Class<S> type, Shape<S> shape) {
    write(gaName, betaName, type, shape);
    read(gaName, type);
    return gaName.equals(betaName) ? this : read(betaName, type);
  }

  /** Adds the names under which a class is written, none under which it is read. */
  <S extends T> Variants<T> write(String gaName, String betaName, Class<S> type, Shape<S> shape) {
    @SuppressWarnings("unchecked") // found by the class of the value, or by name for reading
    Shape<T> general = (Shape<T>) shape;
    byClass.put(type, new Variant<>(gaName, betaName, general));
    return this;
  }

  /** Adds a name under which a class is read. */
  Variants<T> read(String name, Class<? extends T> type) {
    if (byName.put(name, Objects.requireNonNull(byClass.get(type))) != null) {
      throw new IllegalStateException(name + " is taken");
    }
    return this;
  }

  /** The type that a value is written with. */
  String nameOf(T value, Dialect dialect) {
    return Objects.requireNonNull(byClass.get(value.getClass())).name(dialect);
  }

  @Override
  public @Nullable T read(Source in) {
    return in.token() == JsonToken.START_OBJECT ? readObject(in) : null;
  }

  /** Reads any JSON: what is no object is of no known type either. */
  T readAny(Source in) {
    return in.token() == JsonToken.START_OBJECT ? readObject(in) : unknown.of(null, in.tree());
  }

  private T readObject(Source in) {
    Map<String, JsonNode> before = null;
    for (String name = in.nextField(TYPE); name != null; name = in.nextField(TYPE)) {
      if (name.equals(TYPE.getValue()) && in.token() == JsonToken.VALUE_STRING) {
        String type = in.text();
        Variant<T> variant = byName.get(type);
        return variant == null
            ? readUnknown(type, in, before)
            : variant.shape().readRest(in, before);
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

  private T readUnknown(String type, Source in, @Nullable Map<String, JsonNode> before) {
    ObjectNode object = object(before);
    object.put(TYPE.getValue(), type);
    for (String name = in.nextField(null); name != null; name = in.nextField(null)) {
      object.set(name, in.tree());
    }
    return unknown.of(type, object);
  }

  @Override
  public void write(JsonGenerator out, T value, Dialect dialect) {
    Variant<T> variant = byClass.get(value.getClass());
    if (variant == null) {
      Trees.write(out, Objects.requireNonNull(raw.apply(value)));
      return;
    }
    out.writeStartObject();
    out.writeName(TYPE);
    out.writeString(variant.name(dialect));
    variant.shape().writeFields(out, value, dialect);
    out.writeEndObject();
  }

  @Override
  public String print(T value) {
    Variant<T> variant = byClass.get(value.getClass());
    return variant == null ? value.toString() : variant.shape().print(value);
  }
}
