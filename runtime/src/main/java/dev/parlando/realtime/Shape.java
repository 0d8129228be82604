package dev.parlando.realtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The one description of a Java object as a JSON object, from which it is read, written and printed
 * – so that the three can't disagree. Reading takes the names of both dialects, writing those of
 * one.
 */
final class Shape<T> implements Kind<T> {

  private final Definition<T, T> definition;
  private final Function<T, Extras> extras;
  private final Function<ReadObject, T> constructor;

  private Shape(
      Definition<T, T> definition,
      Function<T, Extras> extras,
      Function<ReadObject, T> constructor) {
    this.definition = definition;
    this.extras = extras;
    this.constructor = constructor;
  }

  /**
   * Describes a class.
   *
   * @param extras takes the extra fields from an object
   * @param body names the fields, in the order in which they are written, and returns how the
   *     object is made of their values
   */
  static <T> Shape<T> define(
      Function<T, Extras> extras, Function<Definition<T, T>, Function<ReadObject, T>> body) {
    Definition<T, T> definition = new Definition<>(new Layout<>(), object -> object);
    return new Shape<>(definition, extras, body.apply(definition));
  }

  @Override
  public @Nullable T read(Source in) {
    return in.token() == JsonToken.START_OBJECT ? readRest(in, null) : null;
  }

  /** Reads an object of which some fields, that stood before, were taken as trees. */
  T readRest(Source in, @Nullable Map<String, JsonNode> before) {
    Place<T> names = definition.layout.any;
    ReadObject object = new ReadObject(definition.layout.fields.size());
    if (before != null) {
      before.forEach((name, tree) -> names.readField(name, Source.of(tree), object, object));
    }
    names.readFields(in, object, object);
    return constructor.apply(object);
  }

  @Override
  public void write(JsonGenerator out, T object, Dialect dialect) {
    out.writeStartObject();
    writeFields(out, object, dialect);
    out.writeEndObject();
  }

  void writeFields(JsonGenerator out, T object, Dialect dialect) {
    Place<T> names = Objects.requireNonNull(definition.layout.of.get(dialect));
    names.writeFields(out, object, extras.apply(object).fields(), dialect);
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
    if (!extras.apply(object).isEmpty()) {
      text.add("extras=" + extras.apply(object));
    }
    return text.toString();
  }

  /** All fields of a shape, and where they stand. */
  private static final class Layout<R> {
    final List<Field<R, ?>> fields = new ArrayList<>();
    final Place<R> any = Place.root();
    final Map<Dialect, Place<R>> of = new EnumMap<>(Dialect.class);

    Layout() {
      for (Dialect dialect : Dialect.values()) {
        of.put(dialect, Place.root());
      }
    }
  }

  /**
   * Collects the fields of a class.
   *
   * @param <R> the class whose JSON object they are in
   * @param <T> the class that holds them, the same one or one inside of it
   */
  static final class Definition<R, T> {

    private final Layout<R> layout;
    private final Field.Accessor<R, T> holder;

    private Definition(Layout<R> layout, Field.Accessor<R, T> holder) {
      this.layout = layout;
      this.holder = holder;
    }

    /** A field of one path in both dialects. */
    <V> Field<R, V> field(String path, Kind<V> kind, Field.Accessor<T, V> accessor) {
      return field(path, path, kind, accessor);
    }

    /** A field of a path in each dialect. */
    <V> Field<R, V> field(
        String gaPath, String betaPath, Kind<V> kind, Field.Accessor<T, V> accessor) {
      Field<R, V> field = only(Dialect.GA, gaPath, kind, accessor);
      put(Dialect.BETA, betaPath, field);
      return field;
    }

    /** A field that one dialect alone has. */
    <V> Field<R, V> only(
        Dialect dialect, String path, Kind<V> kind, Field.Accessor<T, V> accessor) {
      Field<R, V> field =
          new Field<>(
              layout.fields.size(),
              path,
              kind,
              object -> {
                T inner = holder.get(object);
                return inner == null ? null : accessor.get(inner);
              });
      layout.fields.add(field);
      put(dialect, path, field);
      return field;
    }

    private void put(Dialect dialect, String path, Field<R, ?> field) {
      Objects.requireNonNull(layout.of.get(dialect)).put(path, field);
      layout.any.put(path, field);
    }

    /** One more path under which a field is read, never written. */
    void alsoRead(String path, Field<R, ?> field) {
      layout.any.put(path, field);
    }

    /** A name whose occurrence tells the dialect. */
    void tells(Dialect dialect, String name) {
      layout.any.tell(name, dialect);
    }

    /** The fields of an object inside, which stand among those of the object around it. */
    <U> Definition<R, U> within(Field.Accessor<T, U> accessor) {
      return new Definition<>(
          layout,
          object -> {
            T inner = holder.get(object);
            return inner == null ? null : accessor.get(inner);
          });
    }
  }
}
