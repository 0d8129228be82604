package dev.parlando.realtime;

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

/** The kinds that any JSON has. */
final class Kinds {

  /** A string that may be shown: an id, a name, a code. */
  static final Kind<String> TEXT = scalar(Kinds::text, Trees::writeText);

  /** A string that somebody said or wrote: only its length is shown. */
  static final Kind<String> PROSE = printed(TEXT, prose -> prose.length() + " characters");

  static final Kind<Integer> INTEGER =
      scalar(
          in -> {
            Long number = in.integer();
            return number == null || number != number.intValue() ? null : number.intValue();
          },
          JsonGenerator::writeNumber);

  static final Kind<Long> LONG = scalar(Source::integer, JsonGenerator::writeNumber);

  static final Kind<Double> DECIMAL = scalar(Source::number, JsonGenerator::writeNumber);

  static final Kind<Boolean> FLAG = scalar(Kinds::flag, JsonGenerator::writeBoolean);

  /** Anything but null. */
  static final Kind<JsonNode> JSON =
      printed(
          scalar(in -> in.token() == JsonToken.VALUE_NULL ? null : in.tree(), Trees::write),
          json -> json.isContainer() ? json.size() + " fields" : json.asString());

  static final Kind<byte[]> AUDIO =
      printed(
          scalar(in -> in.token() == JsonToken.VALUE_STRING ? in.audio() : null, AudioText::write),
          audio -> audio.length + " bytes");

  static final Kind<List<String>> TEXTS = strict(TEXT);

  private Kinds() {}

  private static @Nullable String text(Source in) {
    return in.token() == JsonToken.VALUE_STRING ? in.text() : null;
  }

  private static @Nullable Boolean flag(Source in) {
    JsonToken token = in.token();
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    return token == JsonToken.VALUE_FALSE ? false : null;
  }

  /** A kind that looks the same in both dialects. */
  static <V> Kind<V> scalar(Reader<V> reader, BiConsumer<JsonGenerator, V> writer) {
    return new Scalar<>(reader, writer, String::valueOf);
  }

  private record Scalar<V>(
      Reader<V> reader, BiConsumer<JsonGenerator, V> writer, Function<V, String> printer)
      implements Kind<V> {

    @Override
    public @Nullable V read(Source in) {
      return reader.read(in);
    }

    @Override
    public void write(JsonGenerator out, V value, Dialect dialect) {
      writer.accept(out, value);
    }

    @Override
    public String print(V value) {
      return printer.apply(value);
    }
  }

  /** A kind whose values are shown in another way. */
  static <V> Kind<V> printed(Kind<V> kind, Function<V, String> printer) {
    Scalar<V> scalar = (Scalar<V>) kind;
    return new Scalar<>(scalar.reader(), scalar.writer(), printer);
  }

  /** The constants of an enum by their names in lower case. */
  static <V extends Enum<V>> Kind<V> oneOf(V[] constants) {
    Map<String, V> byName =
        Stream.of(constants)
            .collect(toUnmodifiableMap(value -> value.name().toLowerCase(ROOT), value -> value));
    return scalar(
        in -> in.token() == JsonToken.VALUE_STRING ? byName.get(in.text()) : null,
        (out, value) -> out.writeString(value.name().toLowerCase(ROOT)));
  }

  /** A class around any JSON but null. */
  static <V> Kind<V> json(Function<JsonNode, V> wrap, Function<V, JsonNode> unwrap) {
    return scalar(
        in -> in.token() == JsonToken.VALUE_NULL ? null : wrap.apply(in.tree()),
        (out, value) -> Trees.write(out, unwrap.apply(value)));
  }

  /** A kind for which {@code null} on the wire has a meaning, and a Java form. */
  static <V> Kind<V> orNull(Kind<? extends V> kind, V meaningOfNull) {
    @SuppressWarnings("unchecked") // only values that are not null's go there
    Kind<V> other = (Kind<V>) kind;
    return new Kind<>() {
      @Override
      public @Nullable V read(Source in) {
        return in.token() == JsonToken.VALUE_NULL ? meaningOfNull : other.read(in);
      }

      @Override
      public void write(JsonGenerator out, V value, Dialect dialect) {
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
  static <V, E extends V> Kind<V> either(Class<E> type, Kind<E> constants, Variants<V> objects) {
    return new Kind<>() {
      @Override
      public @Nullable V read(Source in) {
        V constant = constants.read(in);
        return constant == null ? objects.read(in) : constant;
      }

      @Override
      public void write(JsonGenerator out, V value, Dialect dialect) {
        if (type.isInstance(value)) {
          constants.write(out, type.cast(value), dialect);
        } else {
          objects.write(out, value, dialect);
        }
      }
    };
  }

  /** Values of one kind; an element of another kind makes the list one of another kind. */
  static <V> Kind<List<V>> strict(Kind<V> element) {
    return new ListKind<>(element) {
      @Override
      public @Nullable List<V> read(Source in) {
        if (in.token() != JsonToken.START_ARRAY) {
          return null;
        }
        return in.careful() ? readTree(in.tree()) : readQuickly(in);
      }

      private @Nullable List<V> readTree(JsonNode array) {
        List<V> list = new ArrayList<>();
        for (JsonNode node : array) {
          V value = element.read(Source.of(node));
          if (value == null) {
            return null;
          }
          list.add(value);
        }
        return list;
      }

      private List<V> readQuickly(Source in) {
        List<V> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          V value = element.read(in);
          if (value == null) {
            throw Source.needsCare();
          }
          list.add(value);
        }
        return list;
      }
    };
  }

  /** Values of several classes; whatever an element is, it is kept. */
  static <V> Kind<List<V>> list(Variants<V> element) {
    return new ListKind<>(element) {
      @Override
      public @Nullable List<V> read(Source in) {
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

  private abstract static class ListKind<V> implements Kind<List<V>> {

    private final Kind<V> element;

    ListKind(Kind<V> element) {
      this.element = element;
    }

    @Override
    public void write(JsonGenerator out, List<V> list, Dialect dialect) {
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
