package dev.parlando.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {

  private static final List<String> NAMES = List.of("city", "unit", "postalCode", "days");

  @ParameterizedTest
  @CsvSource({
    "ctiy,city",
    "citty,city",
    "City,city",
    "postal_code,postalCode",
    "postal code,postalCode",
    "postlCod,postalCode",
    "day,days",
    "untt,unit"
  })
  void closeNameIsFound(String name, String meant) {
    assertThat(Spelling.closest(name, NAMES)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"country", "x", "temperature"})
  void distantNameIsNot(String name) {
    assertThat(Spelling.closest(name, NAMES)).isNull();
  }

  @Test
  void absurdlyLongNameIsNotCompared() {
    assertThat(Spelling.closest("c".repeat(1000), List.of("c".repeat(1000)))).isNull();
  }
}
