package dev.parlando.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The writer, driven as generated code drives it. */
final class ResultWriterTest {

  private record Point(int x, double y, Double z, String label, List<Point> near) {}

  private static void writePoint(ResultWriter out, Point point) {
    out.beginObject();
    out.property("x", point.x());
    out.property("y", point.y());
    out.property("z", point.z());
    out.property("label", point.label());
    out.property("near", point.near(), (to, near) -> to.array(near, ResultWriterTest::writePoint));
    out.endObject();
  }

  @Test
  void objectsNestAndNullsAreLeftOut() {
    Point inner = new Point(1, 0.5, null, null, List.of());
    Point outer = new Point(-2, 1e300, 3.0, "a", Arrays.asList(inner, null, inner));
    assertThat(ResultWriter.write(outer, ResultWriterTest::writePoint))
        .isEqualTo(
            "{\"x\":-2,\"y\":1.0E300,\"z\":3.0,\"label\":\"a\",\"near\":[{\"x\":1,\"y\":0.5,\"near\":[]},"
                + "null,{\"x\":1,\"y\":0.5,\"near\":[]}]}");
  }

  @Test
  void everyTextIsJson() {
    StringBuilder every = new StringBuilder();
    for (char c = 0; c < 0xd800; c++) {
      every.append(c);
    }
    every.append("😀");
    String json = ResultWriter.write(every.toString(), ResultWriter::value);
    assertThat(JsonMapper.shared().readTree(json).asString()).isEqualTo(every.toString());
  }

  @Test
  void textEndingInABracketDoesNotSwallowTheComma() {
    assertThat(
            ResultWriter.write(
                List.of("{", "["), (out, list) -> out.array(list, ResultWriter::value)))
        .isEqualTo("[\"{\",\"[\"]");
  }

  @Test
  void numbersAreExact() {
    List<Number> numbers =
        List.of(
            (byte) 1,
            (short) 2,
            3,
            Long.MIN_VALUE,
            0.1f,
            0.1,
            new BigDecimal("1.10"),
            new BigDecimal("1E+5"),
            new BigInteger("123456789012345678901234567890"),
            Float.NaN,
            Double.NEGATIVE_INFINITY);
    assertThat(ResultWriter.write(numbers, (out, list) -> out.array(list, ResultWriter::value)))
        .isEqualTo(
            "[1,2,3,-9223372036854775808,0.1,0.1,1.10,1E+5,123456789012345678901234567890,"
                + "\"NaN\",\"-Infinity\"]");
  }

  @Test
  void mapLeavesOutNulls() {
    Map<Integer, String> map = new TreeMap<>();
    map.put(1, null);
    map.put(2, "b");
    assertThat(
            ResultWriter.write(map, (out, m) -> out.map(m, Object::toString, ResultWriter::value)))
        .isEqualTo("{\"2\":\"b\"}");
  }

  @Test
  void whatIsNotKnownIsWrittenByDatabind() {
    Object value = Map.of("list", List.of(1, "a"));
    assertThat(ResultWriter.write(value, ResultWriter::any)).isEqualTo("{\"list\":[1,\"a\"]}");
  }

  @Test
  void resultsOfNothingAreNone() {
    assertThat(Results.text(null).output()).isEqualTo("Done.");
    assertThat(Results.json(null, ResultWriter::any).output()).isEqualTo("Done.");
    assertThat(Results.json(OptionalInt.empty()).output()).isEqualTo("Done.");
    assertThat(Results.json(OptionalLong.of(7)).output()).isEqualTo("7");
    assertThat(Results.json(OptionalDouble.of(0.5)).output()).isEqualTo("0.5");
    assertThat(Results.text("").output()).isEmpty();
  }
}
