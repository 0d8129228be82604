package dev.parlando.realtime;

import dev.parlando.wire.FieldValues;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object that its Java type does not represent: fields that this version does
 * not know, and known ones with a value that it can't hold, an explicit {@code null} above all.
 * They are written again as they came, so nothing is lost.
 *
 * <p>What is left over of a nested object that has no Java type of its own stands under that
 * object's name: {@code {"audio": {"input": {"gain": 2}}}}.
 */
public final class Extras {

  /** No extra field. */
  public static final Extras NONE = new Extras(JsonNodeFactory.instance.objectNode());

  private final ObjectNode fields;

  private Extras(ObjectNode fields) {
    this.fields = fields;
  }

  /** What of an object that was read its Java form can't hold. */
  static Extras of(FieldValues values) {
    ObjectNode leftovers = values.fields();
    return leftovers == null ? NONE : of(leftovers);
  }

  static Extras of(ObjectNode fields) {
    return fields.isEmpty() ? NONE : new Extras(fields);
  }

  /** One extra field. */
  public static Extras of(String name, JsonNode value) {
    return NONE.with(name, value);
  }

  /** These fields and one more, which takes the place of one of the same name. */
  public Extras with(String name, JsonNode value) {
    ObjectNode more = JsonNodeFactory.instance.objectNode();
    more.setAll(fields);
    more.set(name, value);
    return new Extras(more);
  }

  /** The field's value, not to be changed; null if there is no such field. */
  public @Nullable JsonNode get(String name) {
    return fields.get(name);
  }

  /** The names, in the order they came. */
  public Collection<String> names() {
    return Collections.unmodifiableCollection(fields.propertyNames());
  }

  /** Whether there is no extra field. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  ObjectNode fields() {
    return fields;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extras that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** The names alone: the values may be anything that was said. */
  @Override
  public String toString() {
    return fields.propertyNames().toString();
  }
}
