package dev.parlando.wire;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The types that any JSON has. */
public final class JsonTypes {

  /** A string that may be shown: an id, a name, a code. */
  public static final JsonType<String> TEXT = scalar(JsonTypes::text, JsonTrees::writeText);

  /** A string that somebody said or wrote: only its length is shown. */
  public static final JsonType<String> PROSE =
      printed(TEXT, prose -> prose.length() + " characters");

  public static final JsonType<Integer> INTEGER =
      scalar(
          in -> {
            Long number = in.integer();
            return number == null || number != number.intValue() ? null : number.intValue();
          },
          JsonGenerator::writeNumber);

  public static final JsonType<Long> LONG = scalar(JsonInput::integer, JsonGenerator::writeNumber);

  public static final JsonType<Double> DECIMAL =
      scalar(JsonInput::number, JsonGenerator::writeNumber);

  public static final JsonType<Boolean> FLAG = scalar(JsonTypes::flag, JsonGenerator::writeBoolean);

  /** Anything but null. */
  public static final JsonType<JsonNode> JSON =
      printed(
          scalar(in -> in.token() == JsonToken.VALUE_NULL ? null : in.tree(), JsonTrees::write),
          json -> json.isContainer() ? json.size() + " fields" : json.asString());

  public static final JsonType<byte[]> AUDIO =
      printed(
          scalar(in -> in.token() == JsonToken.VALUE_STRING ? in.audio() : null, Base64Text::write),
          audio -> audio.length + " bytes");

  public static final JsonType<List<String>> TEXTS = strict(TEXT);

  private JsonTypes() {}

  private static @Nullable String text(JsonInput in) {
    return in.token() == JsonToken.VALUE_STRING ? in.text() : null;
  }

  private static @Nullable Boolean flag(JsonInput in) {
    JsonToken token = in.token();
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    return token == JsonToken.VALUE_FALSE ? false : null;
  }

  /** A type that looks the same in both dialects. */
  public static <V> JsonType<V> scalar(JsonReader<V> reader, BiConsumer<JsonGenerator, V> writer) {
    return new Scalar<>(reader, writer, String::valueOf);
  }

  private record Scalar<V>(
      JsonReader<V> reader, BiConsumer<JsonGenerator, V> writer, Function<V, String> printer)
      implements JsonType<V> {

    @Override
    public @Nullable V read(JsonInput in) {
      return reader.read(in);
    }

    @Override
    public void write(JsonGenerator out, V value, Enum<?> dialect) {
      writer.accept(out, value);
    }

    @Override
    public String print(V value) {
      return printer.apply(value);
    }
  }

  /** A type whose values are shown in another way. */
  public static <V> JsonType<V> printed(JsonType<V> kind, Function<V, String> printer) {
    Scalar<V> scalar = (Scalar<V>) kind;
    return new Scalar<>(scalar.reader(), scalar.writer(), printer);
  }

  /** The constants of an enum by their names in lower case. */
  public static <V extends Enum<V>> JsonType<V> oneOf(V[] constants) {
    Map<String, V> byName =
        Stream.of(constants)
            .collect(toUnmodifiableMap(value -> value.name().toLowerCase(ROOT), value -> value));
    return scalar(
        in -> in.token() == JsonToken.VALUE_STRING ? byName.get(in.text()) : null,
        (out, value) -> out.writeString(value.name().toLowerCase(ROOT)));
  }

  /** A class around any JSON but null. */
  public static <V> JsonType<V> json(Function<JsonNode, V> wrap, Function<V, JsonNode> unwrap) {
    return scalar(
        in -> in.token() == JsonToken.VALUE_NULL ? null : wrap.apply(in.tree()),
        (out, value) -> JsonTrees.write(out, unwrap.apply(value)));
  }

  /** A type for which {@code null} on the wire has a meaning, and a Java form. */
  public static <V> JsonType<V> orNull(JsonType<? extends V> kind, V meaningOfNull) {
    @SuppressWarnings("unchecked") // only values that are not null's go there
    JsonType<V> other = (JsonType<V>) kind;
    return new JsonType<>() {
      @Override
      public @Nullable V read(JsonInput in) {
        return in.token() == JsonToken.VALUE_NULL ? meaningOfNull : other.read(in);
      }

      @Override
      public void write(JsonGenerator out, V value, Enum<?> dialect) {
        if (value.equals(meaningOfNull)) {
          out.writeNull();
        } else {
          other.write(out, value, dialect);
        }
      }

      @Override
      public String print(V value) {
        return value.equals(meaningOfNull) ? "null" : other.print(value);
      }
    };
  }

  /** A string that names a constant, or an object of several classes. */
  public static <V, E extends V> JsonType<V> either(
      Class<E> type, JsonType<E> constants, TaggedUnion<V> objects) {
    return new JsonType<>() {
      @Override
      public @Nullable V read(JsonInput in) {
        V constant = constants.read(in);
        return constant == null ? objects.read(in) : constant;
      }

      @Override
      public void write(JsonGenerator out, V value, Enum<?> dialect) {
        if (type.isInstance(value)) {
          constants.write(out, type.cast(value), dialect);
        } else {
          objects.write(out, value, dialect);
        }
      }
    };
  }

  /** Values of one type; an element of another makes the list one of another type. */
  public static <V> JsonType<List<V>> strict(JsonType<V> element) {
    return new ListKind<>(element) {
      @Override
      public @Nullable List<V> read(JsonInput in) {
        if (in.token() != JsonToken.START_ARRAY) {
          return null;
        }
        return in.careful() ? readTree(in.tree()) : readQuickly(in);
      }

      private @Nullable List<V> readTree(JsonNode array) {
        List<V> list = new ArrayList<>();
        for (JsonNode node : array) {
          V value = element.read(JsonInput.of(node));
          if (value == null) {
            return null;
          }
          list.add(value);
        }
        return list;
      }

      private List<V> readQuickly(JsonInput in) {
        List<V> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          V value = element.read(in);
          if (value == null) {
            throw JsonInput.unusual();
          }
          list.add(value);
        }
        return list;
      }
    };
  }

  /** Values of several classes; whatever an element is, it is kept. */
  public static <V> JsonType<List<V>> list(TaggedUnion<V> element) {
    return new ListKind<>(element) {
      @Override
      public @Nullable List<V> read(JsonInput in) {
        if (in.token() != JsonToken.START_ARRAY) {
          return null;
        }
        List<V> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(element.readAny(in));
        }
        return list;
      }
    };
  }

  private abstract static class ListKind<V> implements JsonType<List<V>> {

    private final JsonType<V> element;

    ListKind(JsonType<V> element) {
      this.element = element;
    }

    @Override
    public void write(JsonGenerator out, List<V> list, Enum<?> dialect) {
      out.writeStartArray();
      for (V value : list) {
        element.write(out, value, dialect);
      }
      out.writeEndArray();
    }

    @Override
    public String print(List<V> list) {
      return list.stream().map(element::print).toList().toString();
    }
  }
}
