package dev.parlando.realtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a JSON object: either a field, or an object within the object that has no Java type of
 * its own. Built once, then only read.
 */
final class Place<T> {

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final @Nullable Field<T, ?> field;
  private final Map<String, Place<T>> children = new LinkedHashMap<>();
  private @Nullable Dialect telltale;

  /** The children in their order, made of the map when first written. */
  private volatile @Nullable List<Named<T>> named;

  private record Named<T>(SerializedString name, Place<T> place) {}

  private Place(@Nullable Field<T, ?> field) {
    this.field = field;
  }

  static <T> Place<T> root() {
    return new Place<>(null);
  }

  /**
   * Puts a field under a path.
   *
   * @param path names with dots between them
   * @throws IllegalStateException if another field is there
   */
  void put(String path, Field<T, ?> leaf) {
    int dot = path.indexOf('.');
    if (dot >= 0) {
      Place<T> child = children.computeIfAbsent(path.substring(0, dot), name -> root());
      if (child.field != null) {
        throw new IllegalStateException(path + " leads through a field");
      }
      child.put(path.substring(dot + 1), leaf);
    } else {
      Place<T> other = children.putIfAbsent(path, new Place<>(leaf));
      if (other != null && !leaf.equals(other.field)) {
        throw new IllegalStateException(path + " is taken");
      }
    }
  }

  /** The occurrence of a name tells the dialect. */
  void tell(String name, Dialect dialect) {
    Objects.requireNonNull(children.get(name)).telltale = dialect;
  }

  /**
   * Reads the fields of an object up to its end.
   *
   * @param object gets the values
   * @param unheld gets what could not be held
   */
  void readFields(Source in, ReadObject object, Unheld unheld) {
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      readField(name, in, object, unheld);
    }
  }

  /** Reads the value of one field. */
  void readField(String name, Source in, ReadObject object, Unheld unheld) {
    Place<T> place = children.get(name);
    if (place == null) {
      unheld.set(name, in.tree());
      return;
    }
    if (place.telltale != null) {
      object.tell(place.telltale);
    }
    if (place.field != null) {
      Object value = place.field.kind().read(in);
      object.set(place.field.slot(), value);
      if (value == null) {
        unheld.set(name, in.tree());
      }
    } else if (in.token() == JsonToken.START_OBJECT) {
      Unheld inside = new Unheld();
      place.readFields(in, object, inside);
      ObjectNode fields = inside.fields();
      if (fields != null) {
        unheld.set(name, fields);
      } else if (!place.in(object)) {
        unheld.set(name, JsonNodeFactory.instance.objectNode());
      }
    } else {
      unheld.set(name, in.tree());
    }
  }

  private boolean in(ReadObject object) {
    return field != null ? object.has(field.slot()) : anyIn(object);
  }

  private boolean anyIn(ReadObject object) {
    for (Place<T> child : children.values()) {
      if (child.in(object)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an object has a value here. */
  private boolean in(T object) {
    if (field != null) {
      return field.in(object);
    }
    for (Place<T> child : children.values()) {
      if (child.in(object)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the fields of an object, those that could not be held among them or after them. */
  void writeFields(JsonGenerator out, T object, ObjectNode unheld, Dialect dialect) {
    if (unheld.isEmpty()) {
      for (Named<T> child : named()) {
        child.place().write(out, child.name(), object, null, dialect);
      }
      return;
    }
    for (Named<T> child : named()) {
      JsonNode value = unheld.get(child.name().getValue());
      child.place().write(out, child.name(), object, value, dialect);
    }
    for (Map.Entry<String, JsonNode> extra : unheld.properties()) {
      if (!children.containsKey(extra.getKey())) {
        out.writeName(extra.getKey());
        Trees.write(out, extra.getValue());
      }
    }
  }

  private List<Named<T>> named() {
    List<Named<T>> known = named;
    if (known == null) {
      known =
          children.entrySet().stream()
              .map(child -> new Named<>(new SerializedString(child.getKey()), child.getValue()))
              .toList();
      named = known;
    }
    return known;
  }

  private void write(
      JsonGenerator out,
      SerializableString name,
      T object,
      @Nullable JsonNode unheld,
      Dialect dialect) {
    if (field != null) {
      field.write(out, name, object, unheld, dialect);
    } else if (in(object)) {
      out.writeName(name);
      out.writeStartObject();
      writeFields(out, object, unheld instanceof ObjectNode more ? more : NOTHING, dialect);
      out.writeEndObject();
    } else if (unheld != null) {
      out.writeName(name);
      Trees.write(out, unheld);
    }
  }
}
