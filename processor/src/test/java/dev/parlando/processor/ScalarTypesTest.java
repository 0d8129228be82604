package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booleans, numbers, text, characters, bytes and trees. */
final class ScalarTypesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import dev.parlando.Tool;
              import java.math.*;
              import java.util.*;
              import tools.jackson.databind.JsonNode;

              class Agent {
                @Tool("x") String ofBoolean(boolean v) { return "" + v; }
                @Tool("x") String ofBoxedBoolean(Boolean v) { return "" + v; }
                @Tool("x") String ofByte(byte v) { return "" + v; }
                @Tool("x") String ofShort(Short v) { return "" + v; }
                @Tool("x") String ofInt(int v) { return "" + v; }
                @Tool("x") String ofLong(long v) { return "" + v; }
                @Tool("x") String ofBigInteger(BigInteger v) { return "" + v; }
                @Tool("x") String ofYear(java.time.Year v) { return "" + v; }
                @Tool("x") String ofFloat(float v) { return "" + v; }
                @Tool("x") String ofDouble(Double v) { return "" + v; }
                @Tool("x") String ofBigDecimal(BigDecimal v) { return "" + v; }
                @Tool("x") String ofString(String v) { return "" + v; }
                @Tool("x") String ofCharSequence(CharSequence v) { return "" + v; }
                @Tool("x") String ofChar(char v) { return "" + v; }
                @Tool("x") String ofBytes(byte[] v) { return Arrays.toString(v); }
                @Tool("x") String ofTree(JsonNode v) { return v.toString(); }
              }
              """)
          .compile()
          .tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "of_boolean       | boolean | true | true",
        "of_boxed_boolean | boolean | false | false",
        "of_byte          | integer | -128 | -128",
        "of_short         | integer | 32767 | 32767",
        "of_int           | integer | 2147483647 | 2147483647",
        "of_int           | integer | 3.0 | 3",
        "of_int           | integer | 1e3 | 1000",
        "of_int           | integer | 0e9999999 | 0",
        "of_long          | integer | -9223372036854775808 | -9223372036854775808",
        "of_long          | integer | 9223372036854775807.0 | 9223372036854775807",
        "of_big_integer   | integer | 123456789012345678901234567890 |"
            + " 123456789012345678901234567890",
        "of_year          | integer | 2026 | 2026",
        "of_float         | number  | 0.1 | 0.1",
        "of_double        | number  | 1 | 1.0",
        "of_double        | number  | 1.5e-3 | 0.0015",
        "of_big_decimal   | number  | 1.10 | 1.10",
        "of_string        | string  | \"é😀\" | é😀",
        "of_char_sequence | string  | \"a\" | a",
        "of_char          | string  | \"a\" | a",
        "of_bytes         | string  | \"AQI=\" | [1, 2]",
        "of_tree          | ''      | {\"a\":[1,2.50,null]} | {\"a\":[1,2.50,null]}",
      })
  void valueArrivesAsItWasSent(String tool, String type, String json, String value) {
    assertThat(TOOLS.property(tool, "v").path("type").asString()).isEqualTo(type);
    assertThat(TOOLS.withoutRepairs().call(tool, "{\"v\":" + json + "}")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "of_boolean     | 1          | must be true or false",
        "of_boolean     | \"maybe\"  | must be true or false",
        "of_byte        | 128        | must be between -128 and 127",
        "of_short       | -32769     | must be between -32768 and 32767",
        "of_int         | 2147483648 | must be between -2147483648 and 2147483647",
        "of_int         | 1e999999999 | must be between -2147483648 and 2147483647",
        "of_int         | 3.7        | must be a whole number",
        "of_int         | 1e-999999999 | must be a whole number",
        "of_int         | {\"a\":[1]} | must be a whole number",
        "of_int         | \"three\"  | must be a whole number",
        "of_long        | 9223372036854775808 |"
            + " must be between -9223372036854775808 and 9223372036854775807",
        "of_big_integer | 1e100000   | must have at most 1000 digits",
        "of_big_integer | 0.5        | must be a whole number",
        "of_year        | 1000000000 | must be between -999999999 and 999999999",
        "of_float       | 1e39       | is too large",
        "of_double      | 1e309      | is too large",
        "of_double      | true       | must be a number",
        "of_big_decimal | []         | must be a number",
        "of_string      | 5          | must be text",
        "of_char        | \"ab\"     | must be a single character",
        "of_char        | 7          | must be a single character",
        "of_bytes       | \"%%\"     | must be base64",
        "of_int         | null       | must not be null",
        "of_string      | null       | must not be null",
        "of_boxed_boolean | null     | must not be null",
      })
  void otherValueIsRefused(String tool, String json, String message) {
    assertThat(TOOLS.violations(tool, "{\"v\":" + json + "}")).containsExactly("v: " + message);
  }

  @ParameterizedTest
  @CsvSource({"of_boolean", "of_int", "of_long", "of_double", "of_char", "of_boxed_boolean"})
  void missingPrimitiveIsNeitherZeroNorFalse(String tool) {
    assertThat(TOOLS.violations(tool, "{}")).containsExactly("v: is missing");
  }

  @Test
  void characterIsTextOfOneCharacter() {
    assertThat(TOOLS.property("of_char", "v").toString())
        .isEqualTo("{\"type\":\"string\",\"minLength\":1,\"maxLength\":1}");
  }

  @Test
  void bytesAreBase64() {
    assertThat(TOOLS.property("of_bytes", "v").toString())
        .isEqualTo("{\"type\":\"string\",\"contentEncoding\":\"base64\"}");
  }

  @Test
  void treeIsAnyJson() {
    assertThat(TOOLS.property("of_tree", "v").toString())
        .isEqualTo("{\"description\":\"Any JSON value.\"}");
  }
}
