package dev.parlando.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one description of a Java object as a JSON object, from which it is read, written and printed
 * – so that the three can't disagree. Reading takes the names of both dialects, writing those of
 * one.
 */
public final class ObjectMapping<T> implements JsonType<T> {

  private final Definition<T, T> definition;
  private final Function<T, ObjectNode> leftovers;
  private final Function<FieldValues, T> constructor;

  private ObjectMapping(
      Definition<T, T> definition,
      Function<T, ObjectNode> leftovers,
      Function<FieldValues, T> constructor) {
    this.definition = definition;
    this.leftovers = leftovers;
    this.constructor = constructor;
  }

  /**
   * Describes a class.
   *
   * @param dialects the constants of the protocol's dialects, in their order
   * @param leftovers takes the fields that its Java form can't hold from an object
   * @param body names the fields, in the order in which they are written, and returns how the
   *     object is made of their values
   */
  public static <T> ObjectMapping<T> define(
      Enum<?>[] dialects,
      Function<T, ObjectNode> leftovers,
      Function<Definition<T, T>, Function<FieldValues, T>> body) {
    Definition<T, T> definition = new Definition<>(new Layout<>(dialects), object -> object);
    return new ObjectMapping<>(definition, leftovers, body.apply(definition));
  }

  @Override
  public @Nullable T read(JsonInput in) {
    return in.token() == JsonToken.START_OBJECT ? readRest(in, null) : null;
  }

  /** Reads an object of which some fields, that stood before, were taken as trees. */
  public T readRest(JsonInput in, @Nullable Map<String, JsonNode> before) {
    FieldNode<T> names = definition.layout.any;
    FieldValues object = new FieldValues(definition.layout.fields.size());
    if (before != null) {
      before.forEach((name, tree) -> names.readField(name, JsonInput.of(tree), object, object));
    }
    names.readFields(in, object, object);
    return constructor.apply(object);
  }

  @Override
  public void write(JsonGenerator out, T object, Enum<?> dialect) {
    out.writeStartObject();
    writeFields(out, object, dialect);
    out.writeEndObject();
  }

  public void writeFields(JsonGenerator out, T object, Enum<?> dialect) {
    FieldNode<T> names = definition.layout.of(dialect);
    names.writeFields(out, object, leftovers.apply(object), dialect);
  }

  /** The class's name, the values of the fields that are there, and the names of the extras. */
  @Override
  public String print(T object) {
    StringJoiner text = new StringJoiner(", ", object.getClass().getSimpleName() + "[", "]");
    for (Field<T, ?> field : definition.layout.fields) {
      String shown = field.print(object);
      if (shown != null) {
        text.add(shown);
      }
    }
    ObjectNode more = leftovers.apply(object);
    if (!more.isEmpty()) {
      text.add("extras=" + more.propertyNames());
    }
    return text.toString();
  }

  /** All fields of a class, and where they stand in each dialect. */
  private static final class Layout<R> {
    final List<Field<R, ?>> fields = new ArrayList<>();
    final FieldNode<R> any = FieldNode.root();
    final Enum<?>[] dialects;
    private final List<FieldNode<R>> byDialect = new ArrayList<>();

    Layout(Enum<?>[] dialects) {
      this.dialects = dialects;
      for (int i = 0; i < dialects.length; i++) {
        byDialect.add(FieldNode.root());
      }
    }

    @SuppressWarnings("EnumOrdinal") // The order is what counts; the constants are not known here.
    FieldNode<R> of(Enum<?> dialect) {
      return byDialect.get(dialect.ordinal());
    }
  }

  /**
   * Collects the fields of a class.
   *
   * @param <R> the class whose JSON object they are in
   * @param <T> the class that holds them, the same one or one inside of it
   */
  public static final class Definition<R, T> {

    private final Layout<R> layout;
    private final Field.Accessor<R, T> holder;

    private Definition(Layout<R> layout, Field.Accessor<R, T> holder) {
      this.layout = layout;
      this.holder = holder;
    }

    /** A field of one path in every dialect. */
    public <V> Field<R, V> field(String path, JsonType<V> type, Field.Accessor<T, V> accessor) {
      Field<R, V> field = only(layout.dialects[0], path, type, accessor);
      for (int i = 1; i < layout.dialects.length; i++) {
        put(layout.dialects[i], path, field);
      }
      return field;
    }

    /** A field of a path in each of the two dialects. */
    public <V> Field<R, V> field(
        String path, String olderPath, JsonType<V> type, Field.Accessor<T, V> accessor) {
      Field<R, V> field = only(layout.dialects[0], path, type, accessor);
      put(layout.dialects[1], olderPath, field);
      return field;
    }

    /** A field that one dialect alone has. */
    public <V> Field<R, V> only(
        Enum<?> dialect, String path, JsonType<V> type, Field.Accessor<T, V> accessor) {
      Field<R, V> field =
          new Field<>(
              layout.fields.size(),
              path,
              type,
              object -> {
                T inner = holder.get(object);
                return inner == null ? null : accessor.get(inner);
              });
      layout.fields.add(field);
      put(dialect, path, field);
      return field;
    }

    private void put(Enum<?> dialect, String path, Field<R, ?> field) {
      layout.of(dialect).put(path, field, false);
      layout.any.put(path, field, !path.equals(field.label()));
    }

    /** One more path under which a field is read, never written. */
    public void alsoRead(String path, Field<R, ?> field) {
      layout.any.put(path, field, true);
    }

    /** A name whose occurrence tells the dialect. */
    public void tells(Enum<?> dialect, String name) {
      layout.any.tell(name, dialect);
    }

    /** The fields of an object inside, which stand among those of the object around it. */
    public <U> Definition<R, U> within(Field.Accessor<T, U> accessor) {
      return new Definition<>(
          layout,
          object -> {
            T inner = holder.get(object);
            return inner == null ? null : accessor.get(inner);
          });
    }
  }
}
