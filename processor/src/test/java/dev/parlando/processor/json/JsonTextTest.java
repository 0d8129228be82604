package dev.parlando.processor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

  private static Map<String, Object> example() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("text", "a \"b\" \\ \n\r\t\u0001 é 😀 \ud83d");
    example.put("numbers", List.of(new BigDecimal("1.50"), new BigDecimal("1E+3"), 7));
    example.put("empty", List.of());
    example.put("nested", Map.of("yes", true));
    example.put("none", Map.of());
    return example;
  }

  @Test
  void compactFormHasNoSpace() {
    assertThat(JsonText.compact(example()))
        .isEqualTo(
            "{\"text\":\"a \\\"b\\\" \\\\ \\n\\r\\t\\u0001 é 😀 \\ud83d\",\"numbers\":[1.5,1000,7],"
                + "\"empty\":[],\"nested\":{\"yes\":true},\"none\":{}}");
  }

  @Test
  void prettyFormIsIndented() {
    assertThat(JsonText.pretty(example()))
        .endsWith(
            """
              "numbers": [
                1.5,
                1000,
                7
              ],
              "empty": [],
              "nested": {
                "yes": true
              },
              "none": {}
            }
            """);
  }

  @Test
  void whatIsWrittenCanBeRead() {
    Map<?, ?> read = (Map<?, ?>) JsonParser.parse(JsonText.pretty(example()));
    assertThat(read.get("text")).isEqualTo(example().get("text"));
    assertThat(JsonText.compact(read)).isEqualTo(JsonText.compact(example()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1", "\"a", "{\"a\" 1}", "{a:1}", "[1] 2", "nope", "{\"a\":}"})
  void whatItCannotHaveWrittenIsRefused(String text) {
    assertThatThrownBy(() -> JsonParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
