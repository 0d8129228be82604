package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The JDK's types that are written as text. */
final class TextTypesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.JsonFormat;
              import dev.parlando.Tool;
              import java.net.*;
              import java.time.*;
              import java.util.*;

              class Agent {
                @Tool("x") LocalDate localDate(LocalDate v) { return v; }
                @Tool("x") Instant instant(Instant v) { return v; }
                @Tool("x") OffsetDateTime offsetDateTime(OffsetDateTime v) { return v; }
                @Tool("x") ZonedDateTime zonedDateTime(ZonedDateTime v) { return v; }
                @Tool("x") Duration duration(Duration v) { return v; }
                @Tool("x") Period period(Period v) { return v; }
                @Tool("x") UUID uuid(UUID v) { return v; }
                @Tool("x") URI uri(URI v) { return v; }
                @Tool("x") URL url(URL v) { return v; }
                @Tool("x") LocalTime localTime(LocalTime v) { return v; }
                @Tool("x") LocalDateTime localDateTime(LocalDateTime v) { return v; }
                @Tool("x") YearMonth yearMonth(YearMonth v) { return v; }
                @Tool("x") MonthDay monthDay(MonthDay v) { return v; }
                @Tool("x") ZoneId zoneId(ZoneId v) { return v; }
                @Tool("x") ZoneOffset zoneOffset(ZoneOffset v) { return v; }
                @Tool("x") Locale locale(Locale v) { return v; }
                @Tool("x") Currency currency(Currency v) { return v; }
                @Tool("x") Query german(Query v) { return v; }

                /** @param day when */
                record Query(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}
              }
              """)
          .compile()
          .tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local_date       | 2024-02-29",
        "instant          | 2026-11-22T14:30:00Z",
        "instant          | 2026-11-22T14:30:00.5Z",
        "offset_date_time | 2026-11-22T14:30:00+01:00",
        "offset_date_time | 2026-11-22T14:30:00Z",
        "zoned_date_time  | 2026-11-22T14:30:00-05:00",
        "duration         | PT1H30M",
        "period           | P1Y2M",
        "period           | P14D",
        "uuid             | 123e4567-e89b-12d3-a456-426614174000",
        "uri              | urn:isbn:0451450523",
        "url              | https://example.com/a?b=c",
        "local_time       | 14:30:00",
        "local_date_time  | 2026-11-22T14:30:00",
        "year_month       | 2026-11",
        "month_day        | --02-29",
        "zone_id          | Europe/Vienna",
        "zone_offset      | +01:00",
        "zone_offset      | Z",
        "locale           | de-AT",
        "currency         | EUR",
      })
  void textComesBackAsItWasSent(String tool, String text) {
    assertThat(TOOLS.call(tool, "{\"v\":\"" + text + "\"}")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instant    | 2026-11-22T14:30:00+01:00 | 2026-11-22T13:30:00Z",
        "duration   | P1D                       | PT24H",
        "period     | P2W                       | P14D",
        "local_time | 14:30                     | 14:30:00",
      })
  void textOfTheSameValueIsTaken(String tool, String text, String written) {
    assertThat(TOOLS.call(tool, "{\"v\":\"" + text + "\"}")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local_date       | 2026-02-30",
        "local_date       | 22.11.2026",
        "local_date       | +10000-01-01",
        "instant          | 2026-11-22T14:30:00",
        "offset_date_time | 2026-11-22T14:30+01:00",
        "zoned_date_time  | 2026-11-22T14:30:00+01:00[Europe/Vienna]",
        "duration         | 1:30",
        "duration         | PT",
        "duration         | P99999999999999999999D",
        "period           | P",
        "uuid             | 1-1-1-1-1",
        "uri              | /relative",
        "uri              | https://exämple.com",
        "url              | mailto:a@example.com",
        "local_time       | 24:00",
        "local_date_time  | 2026-11-31T10:00",
        "year_month       | 2026-13",
        "month_day        | --02-30",
        "zone_id          | Mars/Olympus",
        "zone_offset      | +19:00",
        "locale           | english please",
        "currency         | ABX",
      })
  void otherTextIsRefusedWithAnExample(String tool, String text) {
    assertThat(TOOLS.violations(tool, "{\"v\":\"" + text + "\"}"))
        .singleElement()
        .asString()
        .matches("v: must be an? .+ such as .+");
  }

  @ParameterizedTest
  @CsvSource({
    "local_date,date",
    "instant,date-time",
    "offset_date_time,date-time",
    "zoned_date_time,date-time",
    "duration,duration",
    "period,duration",
    "uuid,uuid",
    "uri,uri",
    "url,uri"
  })
  void schemaHasTheFormat(String tool, String format) {
    JsonNode schema = TOOLS.property(tool, "v");
    assertThat(schema.path("type").asString()).isEqualTo("string");
    assertThat(schema.path("format").asString()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "local_time,14:30",
    "local_date_time,2026-11-22T14:30",
    "year_month,2026-11",
    "month_day,--11-22",
    "zone_id,Europe/Vienna",
    "zone_offset,+01:00",
    "locale,de-AT",
    "currency,EUR"
  })
  void schemaHasAnExampleWhereThereIsNoFormat(String tool, String example) {
    JsonNode schema = TOOLS.property(tool, "v");
    assertThat(schema.has("format")).isFalse();
    assertThat(schema.path("description").asString()).isEqualTo("For example " + example + ".");
    assertThat(TOOLS.violations(tool, "{\"v\":\"" + example + "\"}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "duration,PT1H30M",
    "duration,P2DT3H",
    "period,P1Y2M3D",
    "url,file:/a",
    "local_time,00:00:00.123",
    "local_date_time,2026-01-01T00:00",
    "month_day,--12-31",
    "zone_offset,-18:00",
    "locale,zh-Hant-TW"
  })
  void patternOfTheSchemaAllowsWhatIsTaken(String tool, String text) {
    assertThat(text).containsPattern(TOOLS.property(tool, "v").path("pattern").asString());
    assertThat(TOOLS.violations(tool, "{\"v\":\"" + text + "\"}")).isEmpty();
  }

  @Test
  void patternOfJsonFormatIsReadAndWritten() {
    assertThat(TOOLS.property("german", "day").toString())
        .isEqualTo(
            "{\"type\":\"string\",\"description\":\"when. In the form dd.MM.yyyy, for example"
                + " 22.11.2026.\"}");
    assertThat(TOOLS.call("german", "{\"day\":\"29.02.2024\"}"))
        .isEqualTo("{\"day\":\"29.02.2024\"}");
    assertThat(TOOLS.violations("german", "{\"day\":\"30.02.2024\"}"))
        .containsExactly("day: must be text in the form dd.MM.yyyy");
    assertThat(TOOLS.violations("german", "{\"day\":\"2024-02-29\"}"))
        .containsExactly("day: must be text in the form dd.MM.yyyy");
  }
}
