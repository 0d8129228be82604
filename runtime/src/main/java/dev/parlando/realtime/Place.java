package dev.parlando.realtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
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

  private final SerializedString name;
  private final @Nullable Field<T, ?> field;
  private final @Nullable Reader<?> reader;
  private final Map<String, Place<T>> children = new LinkedHashMap<>();
  private @Nullable Dialect telltale;

  /** The children in their order, made of the map when first written. */
  private volatile @Nullable List<Place<T>> ordered;

  /**
   * Which child came first, and which of the siblings came next, the last time. Servers write the
   * fields of an object in the same order again and again, so that this is mostly right, and a name
   * need not be looked up; what it says may be wrong, so it may be written by many threads as it
   * comes. The benchmark is {@code OtherEvents}.
   */
  private @Nullable Place<T> first;

  private @Nullable Place<T> next;

  private Place(String name, @Nullable Field<T, ?> field) {
    this.name = new SerializedString(name);
    this.field = field;
    this.reader = field == null ? null : field.kind().reader();
  }

  static <T> Place<T> root() {
    return new Place<>("", null);
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
      Place<T> child =
          children.computeIfAbsent(path.substring(0, dot), inside -> new Place<>(inside, null));
      if (child.field != null) {
        throw new IllegalStateException(path + " leads through a field");
      }
      child.put(path.substring(dot + 1), leaf);
    } else {
      Place<T> other = children.putIfAbsent(path, new Place<>(path, leaf));
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
    Place<T> last = null;
    Place<T> expected = first;
    for (String found = next(in, expected); found != null; found = next(in, expected)) {
      boolean asExpected = expected != null && found.equals(expected.name.getValue());
      Place<T> place = asExpected ? expected : children.get(found);
      if (place == null) {
        unheld.set(found, in.tree());
      } else {
        place.read(in, object, unheld);
        if (!asExpected) {
          expect(place, last);
        }
        last = place;
        expected = place.next;
      }
    }
  }

  private static @Nullable String next(Source in, @Nullable Place<?> expected) {
    return in.nextField(expected == null ? null : expected.name);
  }

  private void expect(Place<T> place, @Nullable Place<T> last) {
    if (last == null) {
      first = place;
    } else {
      last.next = place;
    }
  }

  /** Reads the value of one field. */
  void readField(String found, Source in, ReadObject object, Unheld unheld) {
    Place<T> place = children.get(found);
    if (place == null) {
      unheld.set(found, in.tree());
    } else {
      place.read(in, object, unheld);
    }
  }

  private void read(Source in, ReadObject object, Unheld unheld) {
    if (telltale != null) {
      object.tell(telltale);
    }
    if (field != null && reader != null) {
      Object value = reader.read(in);
      object.set(field.slot(), value);
      if (value == null) {
        unheld.set(name.getValue(), in.tree());
      }
    } else if (in.token() == JsonToken.START_OBJECT) {
      Unheld inside = new Unheld();
      readFields(in, object, inside);
      ObjectNode fields = inside.fields();
      if (fields != null) {
        unheld.set(name.getValue(), fields);
      } else if (!in(object)) {
        unheld.set(name.getValue(), JsonNodeFactory.instance.objectNode());
      }
    } else {
      unheld.set(name.getValue(), in.tree());
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
      for (Place<T> child : ordered()) {
        child.write(out, object, null, dialect);
      }
      return;
    }
    for (Place<T> child : ordered()) {
      child.write(out, object, unheld.get(child.name.getValue()), dialect);
    }
    for (Map.Entry<String, JsonNode> extra : unheld.properties()) {
      if (!children.containsKey(extra.getKey())) {
        out.writeName(extra.getKey());
        Trees.write(out, extra.getValue());
      }
    }
  }

  private List<Place<T>> ordered() {
    List<Place<T>> known = ordered;
    if (known == null) {
      known = List.copyOf(children.values());
      ordered = known;
    }
    return known;
  }

  private void write(JsonGenerator out, T object, @Nullable JsonNode unheld, Dialect dialect) {
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
