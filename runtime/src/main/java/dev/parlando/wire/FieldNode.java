package dev.parlando.wire;

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
 * A node of the tree of field names: either a field, or an object within the object that has no
 * Java type of its own. Built once, then only read.
 */
final class FieldNode<T> {

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final SerializedString name;
  private final @Nullable Field<T, ?> field;
  private final @Nullable JsonReader<?> reader;

  /** Whether the field has another path too, which prevails where a server sends both. */
  private final boolean lesser;

  private final Map<String, FieldNode<T>> children = new LinkedHashMap<>();
  private @Nullable Enum<?> telltale;

  /** The children in their order, made of the map when first written. */
  private volatile @Nullable List<FieldNode<T>> ordered;

  /**
   * Which child came first, and which of the siblings came next, the last time. Servers write the
   * fields of an object in the same order again and again, so that this is mostly right, and a name
   * need not be looked up; what it says may be wrong, so it may be written by many threads as it
   * comes. The benchmark is {@code OtherEvents}.
   */
  private @Nullable FieldNode<T> first;

  private @Nullable FieldNode<T> next;

  private FieldNode(String name, @Nullable Field<T, ?> field, boolean lesser) {
    this.name = new SerializedString(name);
    this.field = field;
    this.lesser = lesser;
    this.reader = field == null ? null : field.type().reader();
  }

  static <T> FieldNode<T> root() {
    return new FieldNode<>("", null, false);
  }

  /**
   * Puts a field under a path.
   *
   * @param path names with dots between them
   * @param lesser whether the field has another path, which prevails where a server sends both
   * @throws IllegalStateException if another field is there
   */
  void put(String path, Field<T, ?> leaf, boolean lesser) {
    int dot = path.indexOf('.');
    if (dot >= 0) {
      FieldNode<T> child =
          children.computeIfAbsent(
              path.substring(0, dot), inside -> new FieldNode<>(inside, null, false));
      if (child.field != null) {
        throw new IllegalStateException(path + " leads through a field");
      }
      child.put(path.substring(dot + 1), leaf, lesser);
    } else {
      FieldNode<T> other = children.putIfAbsent(path, new FieldNode<>(path, leaf, lesser));
      if (other != null && !leaf.equals(other.field)) {
        throw new IllegalStateException(path + " is taken");
      }
    }
  }

  /** The occurrence of a name tells the dialect. */
  void tell(String name, Enum<?> dialect) {
    Objects.requireNonNull(children.get(name)).telltale = dialect;
  }

  /**
   * Reads the fields of an object up to its end.
   *
   * @param object gets the values
   * @param leftovers gets what could not be held
   */
  void readFields(JsonInput in, FieldValues object, Leftovers leftovers) {
    FieldNode<T> last = null;
    FieldNode<T> expected = first;
    for (String found = next(in, expected); found != null; found = next(in, expected)) {
      boolean asExpected = expected != null && found.equals(expected.name.getValue());
      FieldNode<T> node = asExpected ? expected : children.get(found);
      if (node == null) {
        leftovers.set(found, in.tree());
      } else {
        node.read(in, object, leftovers);
        if (!asExpected) {
          expect(node, last);
        }
        last = node;
        expected = node.next;
      }
    }
  }

  private static @Nullable String next(JsonInput in, @Nullable FieldNode<?> expected) {
    return in.nextField(expected == null ? null : expected.name);
  }

  private void expect(FieldNode<T> node, @Nullable FieldNode<T> last) {
    if (last == null) {
      first = node;
    } else {
      last.next = node;
    }
  }

  /** Reads the value of one field. */
  void readField(String found, JsonInput in, FieldValues object, Leftovers leftovers) {
    FieldNode<T> node = children.get(found);
    if (node == null) {
      leftovers.set(found, in.tree());
    } else {
      node.read(in, object, leftovers);
    }
  }

  private void read(JsonInput in, FieldValues object, Leftovers leftovers) {
    if (telltale != null) {
      object.tell(telltale);
    }
    if (field != null && lesser && object.has(field.slot())) {
      leftovers.set(name.getValue(), in.tree());
    } else if (field != null && reader != null) {
      Object value = reader.read(in);
      object.set(field.slot(), value);
      if (value == null) {
        leftovers.set(name.getValue(), in.tree());
      }
    } else if (in.token() == JsonToken.START_OBJECT) {
      Leftovers inside = new Leftovers();
      readFields(in, object, inside);
      ObjectNode fields = inside.fields();
      if (fields != null) {
        leftovers.set(name.getValue(), fields);
      } else if (!in(object)) {
        leftovers.set(name.getValue(), JsonNodeFactory.instance.objectNode());
      }
    } else {
      leftovers.set(name.getValue(), in.tree());
    }
  }

  private boolean in(FieldValues object) {
    return field != null ? object.has(field.slot()) : anyIn(object);
  }

  private boolean anyIn(FieldValues object) {
    for (FieldNode<T> child : children.values()) {
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
    for (FieldNode<T> child : children.values()) {
      if (child.in(object)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the fields of an object, those that could not be held among them or after them. */
  void writeFields(JsonGenerator out, T object, ObjectNode leftovers, Enum<?> dialect) {
    if (leftovers.isEmpty()) {
      for (FieldNode<T> child : ordered()) {
        child.write(out, object, null, dialect);
      }
      return;
    }
    for (FieldNode<T> child : ordered()) {
      child.write(out, object, leftovers.get(child.name.getValue()), dialect);
    }
    for (Map.Entry<String, JsonNode> extra : leftovers.properties()) {
      if (!children.containsKey(extra.getKey())) {
        out.writeName(extra.getKey());
        JsonTrees.write(out, extra.getValue());
      }
    }
  }

  private List<FieldNode<T>> ordered() {
    List<FieldNode<T>> known = ordered;
    if (known == null) {
      known = List.copyOf(children.values());
      ordered = known;
    }
    return known;
  }

  private void write(JsonGenerator out, T object, @Nullable JsonNode leftovers, Enum<?> dialect) {
    if (field != null) {
      field.write(out, name, object, leftovers, dialect);
    } else if (in(object)) {
      out.writeName(name);
      out.writeStartObject();
      writeFields(out, object, leftovers instanceof ObjectNode more ? more : NOTHING, dialect);
      out.writeEndObject();
    } else if (leftovers != null) {
      out.writeName(name);
      JsonTrees.write(out, leftovers);
    }
  }
}
