package dev.parlando.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlando.json.ArgumentReader.Decoder;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader, driven as generated code drives it. */
final class ArgumentReaderTest {

  private record Order(String item, int count, @Nullable Order next) {}

  private static final ObjectShape ORDER =
      ObjectShape.builder().required("item", "name").required("count").optional("next").build();

  private static @Nullable Order readOrder(ArgumentReader in) {
    if (!in.beginObject(ORDER)) {
      return null;
    }
    String item = null;
    int count = 0;
    Order next = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "item" -> item = in.readString();
        case "count" -> {
          count = in.readInt();
          in.check(count > 0, "must be positive");
        }
        case "next" -> next = readOrder(in);
        default -> throw new AssertionError(name);
      }
    }
    return in.endObject() ? new Order(item, count, next) : null;
  }

  private static <T> T read(String json, Decoder<T> decoder) throws InvalidArgumentsException {
    return ArgumentReader.read(
        new ToolCall("call_1", "order", json), ArgumentOptions.DEFAULT, decoder);
  }

  private static List<String> violations(String json, Decoder<?> decoder) {
    InvalidArgumentsException e =
        catchThrowableOfType(InvalidArgumentsException.class, () -> read(json, decoder));
    return e.violations().stream().map(Violation::toString).toList();
  }

  /** Reads the value of the only property. */
  private static <T> Decoder<T> value(Decoder<T> decoder) {
    ObjectShape shape = ObjectShape.builder().required("v").build();
    return in -> {
      T value = null;
      if (in.beginObject(shape)) {
        while (in.nextName() != null) {
          value = decoder.read(in);
        }
        in.endObject();
      }
      return value;
    };
  }

  @Test
  void objectIsReadInWhateverOrder() throws InvalidArgumentsException {
    String json =
        " { \"count\" : 2 , \"next\" : {\"item\":\"b\",\"count\":1} , \"item\" : \"a\" } ";
    assertThat(read(json, ArgumentReaderTest::readOrder))
        .isEqualTo(new Order("a", 2, new Order("b", 1, null)));
  }

  @Test
  void siblingsDoNotShareWhatWasSeen() {
    assertThat(
            violations(
                "{\"v\":[{\"item\":\"a\",\"count\":1},{\"item\":\"b\"},{\"count\":1}]}",
                value(in -> in.readList(ArgumentReaderTest::readOrder))))
        .containsExactly("v[1].count: is missing", "v[2].item: is missing");
  }

  @Test
  void aliasCountsAsTheProperty() {
    assertThat(
            violations(
                "{\"item\":\"a\",\"name\":\"b\",\"count\":1}", ArgumentReaderTest::readOrder))
        .containsExactly("name: is given twice");
  }

  @Test
  void violationsComeInTheOrderOfTheArguments() {
    assertThat(
            violations(
                "{\"count\":0,\"item\":7,\"ittem\":1,\"next\":{\"count\":true}}",
                ArgumentReaderTest::readOrder))
        .containsExactly(
            "count: must be positive",
            "item: must be text",
            "ittem: unknown property, did you mean item?",
            "next.count: must be a whole number",
            "next.item: is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "1e99999999999",
    "-1e99999999999",
    "1e-99999999999",
    "123456789012345678901234567890e2147483647"
  })
  void numberWithAnAbsurdExponentIsRefusedAtOnce(String number) {
    for (Decoder<?> decoder :
        List.<Decoder<?>>of(
            ArgumentReader::readInt,
            ArgumentReader::readLong,
            ArgumentReader::readBigInteger,
            ArgumentReader::readBigDecimal,
            ArgumentReader::readFloat)) {
      assertThat(violations("{\"v\":" + number + "}", value(decoder)))
          .singleElement()
          .asString()
          .startsWith("v: ");
    }
  }

  @Test
  void numberOfTooManyDigitsIsRefused() {
    String digits = "1".repeat(1001);
    assertThat(violations("{\"v\":" + digits + "}", value(ArgumentReader::readBigDecimal)))
        .singleElement()
        .asString()
        .startsWith("the arguments are too deep or too long");
  }

  @Test
  void decimalKeepsItsScale() throws InvalidArgumentsException {
    assertThat(read("{\"v\":1.10}", value(ArgumentReader::readBigDecimal)))
        .isEqualTo(new BigDecimal("1.10"));
    assertThat(read("{\"v\":1e400}", value(ArgumentReader::readBigDecimal)))
        .isEqualTo(new BigDecimal("1e400"));
  }

  @Test
  void argumentsOfAToolWithoutAnyAreAnEmptyObject() throws InvalidArgumentsException {
    List<Repair> repairs = new ArrayList<>();
    ArgumentOptions options = ArgumentOptions.DEFAULT.withRepairListener(repairs::add);
    ArgumentReader.readNothing(new ToolCall("c", "ping", " {} "), options);
    assertThat(repairs).isEmpty();
    ArgumentReader.readNothing(new ToolCall("c", "ping", " \n"), options);
    assertThat(repairs).containsExactly(new Repair("ping", "", Repair.Kind.EMPTY_ARGUMENTS));
    assertThatThrownBy(
            () -> ArgumentReader.readNothing(new ToolCall("c", "ping", "{\"a\":1}"), options))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessage("a: unknown property");
    assertThatThrownBy(
            () ->
                ArgumentReader.readNothing(
                    new ToolCall("c", "ping", ""), options.withLenient(false)))
        .isInstanceOf(InvalidArgumentsException.class);
  }

  @Test
  void tagIsFoundBehindTextOfAnyLength() throws InvalidArgumentsException {
    String long1 = "é\\\"{}".repeat(50_000);
    Decoder<String> tag =
        in -> {
          String found = in.readTag("type", List.of("a", "b"));
          in.readTree();
          return found;
        };
    assertThat(
            read(
                "{\"v\":{\"x\":\"%s\",\"y\":{\"type\":\"a\"},\"type\":\"b\"}}".formatted(long1),
                value(tag)))
        .isEqualTo("b");
    Decoder<String> kind = element -> element.readTree().isObject() ? "object" : "text";
    List<String> kinds =
        read("{\"v\":[\"%s\",{\"type\":\"b\"}]}".formatted(long1), value(in -> in.readList(kind)));
    assertThat(kinds).containsExactly("text", "object");
  }

  @Test
  void mapKeepsItsOrder() throws InvalidArgumentsException {
    Map<String, Integer> map =
        read(
            "{\"v\":{\"b\":1,\"a\":2}}",
            value(in -> in.readMap(MapKeys.STRING, ArgumentReader::readInt)));
    assertThat(map.keySet()).containsExactly("b", "a");
  }

  @Test
  void constructorThatRefusesItsComponentsIsAViolation() {
    Decoder<Object> refusing =
        value(
            in -> {
              readOrder(in);
              throw new IllegalArgumentException("not today");
            });
    assertThat(violations("{\"v\":{\"item\":\"a\",\"count\":1}}", refusing))
        .containsExactly("v: not today");
  }

  @Test
  void otherExceptionIsNotTheModelsFault() {
    assertThatThrownBy(
            () ->
                read(
                    "{}",
                    in -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shapeHasAtMost64Properties() {
    ObjectShape.Builder builder = ObjectShape.builder();
    for (int i = 0; i < ObjectShape.MAX_PROPERTIES; i++) {
      builder.required("p" + i);
    }
    assertThatThrownBy(() -> builder.optional("one more"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(builder.build().missing(0)).isEqualTo(-1L);
    assertThat(builder.build().missing(-1L)).isZero();
  }
}
