package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.ArgumentOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jakarta's constraints: what the schema says is what is checked. */
final class ConstraintsTest {

  private static final Compiled COMPILED =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.JsonValue;
              import dev.parlando.Tool;
              import jakarta.validation.Valid;
              import jakarta.validation.constraints.*;
              import java.math.*;
              import java.time.*;
              import java.util.*;

              class Agent {
                record Text(
                    @NotNull Optional<@NotBlank String> blank,
                    Optional<@NotEmpty String> empty,
                    Optional<@Size(min = 2, max = 3) String> size,
                    Optional<@Size(min = 2, max = 2) CharSequence> exact,
                    Optional<@Pattern(regexp = "[A-Z]{2}|\\\\d+") String> pattern,
                    Optional<@Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE) String> flags,
                    Optional<@Pattern(regexp = "\\\\p{javaUpperCase}++", message = "must be shouted") String> java,
                    Optional<@Email String> email,
                    Optional<@Email(regexp = ".*@example[.]com") String> ours,
                    Optional<@NotBlank @Pattern(regexp = "a.*") @Pattern(regexp = ".*z") String> all) {}

                record Numbers(
                    @Min(1) @Max(10) OptionalInt bounded,
                    Optional<@Min(9007199254740993L) Long> exactly,
                    @Positive OptionalInt positive, @PositiveOrZero OptionalLong natural,
                    @Negative OptionalDouble negative, @NegativeOrZero OptionalDouble debt,
                    Optional<@DecimalMin("0.1") @DecimalMax(value = "0.9", inclusive = false) Double> share,
                    Optional<@DecimalMin("0.1") @DecimalMax("0.9") Float> small,
                    Optional<@DecimalMin(value = "0.10", inclusive = false) BigDecimal> price,
                    Optional<@DecimalMax("1e30") BigInteger> huge,
                    Optional<@DecimalMin("1.5") @DecimalMax("3.5") Integer> between,
                    Optional<@DecimalMin(value = "1.5", inclusive = false) Byte> above,
                    Optional<@Digits(integer = 3, fraction = 2) BigDecimal> amount,
                    Optional<@Digits(integer = 2, fraction = 0) Integer> digits,
                    Optional<@Digits(integer = 2, fraction = 1) Double> real) {}

                record Containers(
                    Optional<@Size(min = 1, max = 2) List<@Size(max = 3) String>> list,
                    Optional<@NotEmpty Set<@Min(1) Integer>> set,
                    Optional<int @Size(max = 1) []> array,
                    Optional<@Max(9) int @Size(min = 1) []> both,
                    Optional<@Size(min = 1) Map<String, @NotBlank String>> map,
                    Optional<List<@NotEmpty List<@Positive Integer>>> nested,
                    Optional<List<@Valid Inner>> records,
                    Optional<Id> id) {}
                record Inner(@NotBlank String name, @Max(5) int count) {}
                record Id(@JsonValue @Pattern(regexp = "[A-Z]-\\\\d+") String text) {}

                record Times(
                    Optional<@Past LocalDate> past, Optional<@FutureOrPresent LocalDate> today,
                    Optional<@Future Instant> future, Optional<@PastOrPresent OffsetDateTime> happened,
                    Optional<@Past Year> year, Optional<@Future YearMonth> month,
                    Optional<@Past MonthDay> day, Optional<@Future LocalTime> time,
                    Optional<@Past LocalDateTime> local, Optional<@Future ZonedDateTime> zoned) {}

                @Tool("x") String text(Text v) { return "ok"; }
                @Tool("x") String numbers(Numbers v) { return "ok"; }
                @Tool("x") String containers(Containers v) { return "ok"; }
                @Tool("x") String times(Times v) { return "ok"; }
                @Tool("x") String array(@Size(max = 1) String[] v) { return "ok"; }
                @Tool("x") String plain(
                    @NotBlank @Size(max = 5) String text, @Min(1) int number, @AssertTrue boolean yes,
                    @AssertFalse Boolean no, @NotNull @Positive Integer boxed,
                    @Size(min = 1, message = "name {min} at least") List<String> named) {
                  return "ok";
                }
              }
              """)
          .compile();

  private static final Tools TOOLS =
      COMPILED
          .tools("p.Agent")
          .with(
              ArgumentOptions.DEFAULT.withClock(
                  Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC)))
          .withoutRepairs();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; blank; \"minLength\":1,\"pattern\":\"[^\\\\x00-\\\\x20]\"",
        "text; empty; \"minLength\":1",
        "text; size; \"minLength\":2,\"maxLength\":3",
        "text; exact; \"minLength\":2,\"maxLength\":2",
        "text; pattern; \"pattern\":\"^(?:[A-Z]{2}|[0-9]+)$\"",
        "text; flags; \"pattern\":\"^[a-zA-Z]+$\"",
        "text; java; \"description\":\"Must be shouted.\"",
        "text; email; \"format\":\"email\"",
        "text; ours; \"format\":\"email\",\"pattern\":\"^[^\\\\n\\\\r\\\\x85\\\\u2028\\\\u2029]*@example[.]com$\"",
        "text; all; \"minLength\":1,\"allOf\":[{\"pattern\":\"[^\\\\x00-\\\\x20]\"},{\"pattern\":\"^a[^\\\\n\\\\r\\\\x85\\\\u2028\\\\u2029]*$\"},"
            + "{\"pattern\":\"^[^\\\\n\\\\r\\\\x85\\\\u2028\\\\u2029]*z$\"}]",
        "numbers; bounded; \"minimum\":1,\"maximum\":10",
        "numbers; exactly; \"minimum\":9007199254740993",
        "numbers; positive; \"exclusiveMinimum\":0",
        "numbers; natural; \"minimum\":0",
        "numbers; negative; \"exclusiveMaximum\":0",
        "numbers; debt; \"maximum\":0",
        "numbers; share; \"minimum\":0.1,\"exclusiveMaximum\":0.9",
        "numbers; price; \"exclusiveMinimum\":0.1",
        "numbers; huge; \"maximum\":1000000000000000000000000000000",
        "numbers; between; \"minimum\":1.5,\"maximum\":3.5",
        "numbers; amount; \"exclusiveMinimum\":-1000,\"exclusiveMaximum\":1000,\"multipleOf\":0.01",
        "numbers; digits; \"exclusiveMinimum\":-100,\"exclusiveMaximum\":100",
        "containers; list; \"items\":{\"type\":\"string\",\"maxLength\":3},\"minItems\":1,\"maxItems\":2",
        "containers; set; \"items\":{\"type\":\"integer\",\"minimum\":1},\"uniqueItems\":true,\"minItems\":1",
        "containers; map; \"additionalProperties\":{\"type\":\"string\",\"minLength\":1,"
            + "\"pattern\":\"[^\\\\x00-\\\\x20]\"},\"minProperties\":1",
        "containers; id; \"pattern\":\"^[A-Z]-[0-9]+$\"",
        "times; past; \"description\":\"Must be in the past.\",\"format\":\"date\"",
        "times; today; \"description\":\"Must be in the future or now.\",\"format\":\"date\"",
        "plain; yes; \"const\":true",
        "plain; no; \"const\":false",
      })
  void schemaSaysWhatIsChecked(String tool, String property, String keywords) {
    String schema = TOOLS.property(tool, property).toString();
    assertThat(schema.replaceFirst("\"type\":\"\\w+\",", "")).isEqualTo("{" + keywords + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; \"blank\":\" a \"",
        "text; \"size\":\"😀😀😀\"",
        "text; \"size\":\"ab\"",
        "text; \"pattern\":\"AB\"",
        "text; \"pattern\":\"123\"",
        "text; \"flags\":\"aBc\"",
        "text; \"java\":\"ÄÖ\"",
        "text; \"email\":\"a.b+c@example.co.uk\"",
        "text; \"email\":\"a@localhost\"",
        "text; \"ours\":\"a@example.com\"",
        "text; \"all\":\"a to z\"",
        "numbers; \"bounded\":1",
        "numbers; \"bounded\":10",
        "numbers; \"exactly\":9007199254740993",
        "numbers; \"positive\":1",
        "numbers; \"natural\":0",
        "numbers; \"negative\":-1e-300",
        "numbers; \"debt\":0",
        "numbers; \"share\":0.1",
        "numbers; \"small\":0.1",
        "numbers; \"small\":0.9",
        "numbers; \"price\":0.1000000000000000000001",
        "numbers; \"huge\":1000000000000000000000000000000",
        "numbers; \"between\":2",
        "numbers; \"between\":3",
        "numbers; \"above\":2",
        "numbers; \"amount\":-999.99",
        "numbers; \"amount\":1.500",
        "numbers; \"digits\":99",
        "numbers; \"real\":0.1",
        "containers; \"list\":[\"abc\"]",
        "containers; \"set\":[1,2]",
        "containers; \"array\":[7]",
        "containers; \"map\":{\"a\":\"b\"}",
        "containers; \"nested\":[[1],[2,3]]",
        "containers; \"records\":[{\"name\":\"a\",\"count\":5}]",
        "containers; \"id\":\"A-1\"",
        "times; \"past\":\"2026-11-21\"",
        "times; \"today\":\"2026-11-22\"",
        "times; \"future\":\"2026-11-22T12:00:01Z\"",
        "times; \"happened\":\"2026-11-22T13:00:00+01:00\"",
        "times; \"year\":2025",
        "times; \"month\":\"2026-12\"",
        "times; \"day\":\"--11-21\"",
        "times; \"time\":\"12:00:01\"",
        "times; \"local\":\"2026-11-22T11:59\"",
        "times; \"zoned\":\"2026-11-22T12:00:00-01:00\"",
      })
  void whatHoldsIsTaken(String tool, String property) {
    assertThat(TOOLS.violations(tool, "{" + property + "}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; \"blank\":\" \\t\"; must not be blank",
        "text; \"empty\":\"\"; must not be empty",
        "text; \"size\":\"😀\"; must have 2 to 3 characters",
        "text; \"size\":\"abcd\"; must have 2 to 3 characters",
        "text; \"exact\":\"a\"; must have 2 characters",
        "text; \"pattern\":\"AB1\"; must match [A-Z]{2}|\\d+",
        "text; \"pattern\":\"AB\\n\"; must match [A-Z]{2}|\\d+",
        "text; \"flags\":\"a1\"; must match [a-z]+",
        "text; \"java\":\"äö\"; must be shouted",
        "text; \"email\":\"a@\"; must be an email address",
        "text; \"email\":\"\"; must be an email address",
        "text; \"email\":\"a b@c\"; must be an email address",
        "text; \"ours\":\"a@b.com\"; must be an email address that matches .*@example[.]com",
        "numbers; \"bounded\":0; must be at least 1",
        "numbers; \"bounded\":11; must be at most 10",
        "numbers; \"exactly\":9007199254740992; must be at least 9007199254740993",
        "numbers; \"positive\":0; must be more than 0",
        "numbers; \"natural\":-1; must be at least 0",
        "numbers; \"negative\":0; must be less than 0",
        "numbers; \"debt\":0.5; must be at most 0",
        "numbers; \"share\":0.09; must be at least 0.1",
        "numbers; \"share\":0.9; must be less than 0.9",
        "numbers; \"price\":0.1; must be more than 0.10",
        "numbers; \"huge\":1000000000000000000000000000001;"
            + " must be at most 1000000000000000000000000000000",
        "numbers; \"between\":1; must be at least 1.5",
        "numbers; \"between\":4; must be at most 3.5",
        "numbers; \"above\":1; must be more than 1.5",
        "numbers; \"amount\":1000; must have at most 3 digits before and 2 after the decimal point",
        "numbers; \"amount\":0.001; must have at most 3 digits before and 2 after the decimal point",
        "numbers; \"digits\":100; must be a whole number of at most 2 digits",
        "numbers; \"real\":0.15; must have at most 2 digits before and 1 after the decimal point",
        "containers; \"list\":[]; must have 1 to 2 elements",
        "containers; \"set\":[]; must not be empty",
        "containers; \"array\":[1,2]; must have at most 1 elements",
        "containers; \"map\":{}; must not be empty",
        "containers; \"id\":\"a\"; must match [A-Z]-\\d+",
        "times; \"past\":\"2026-11-22\"; must be in the past",
        "times; \"today\":\"2026-11-21\"; must be in the future or now",
        "times; \"future\":\"2026-11-22T12:00:00Z\"; must be in the future",
        "times; \"happened\":\"2026-11-22T13:00:01+01:00\"; must be in the past or now",
        "times; \"year\":2026; must be in the past",
        "times; \"month\":\"2026-11\"; must be in the future",
        "times; \"day\":\"--11-22\"; must be in the past",
        "times; \"time\":\"12:00\"; must be in the future",
        "times; \"local\":\"2026-11-22T12:00\"; must be in the past",
        "times; \"zoned\":\"2026-11-22T12:00:00+01:00\"; must be in the future",
      })
  void whatDoesNotHoldIsRefused(String tool, String property, String message) {
    String name = property.substring(1, property.indexOf('"', 1));
    assertThat(TOOLS.violations(tool, "{" + property + "}")).containsExactly(name + ": " + message);
  }

  @Test
  void allViolationsAreToldTogether() {
    assertThat(
            TOOLS.violations(
                "plain",
                "{\"text\":\"       \",\"number\":0,\"yes\":false,\"no\":true,\"boxed\":null,\"named\":[]}"))
        .containsExactly(
            "text: must not be blank",
            "text: must have at most 5 characters",
            "number: must be at least 1",
            "yes: must be true",
            "no: must be false",
            "boxed: must not be null",
            "named: name 1 at least");
    assertThat(
            TOOLS.violations(
                "containers",
                "{\"list\":[\"abcd\",\"x\",\"abcde\"],\"set\":[0],\"map\":{\"k\":\" \"},"
                    + "\"nested\":[[],[0]],\"records\":[{\"name\":\"\",\"count\":6}]}"))
        .containsExactly(
            "list[0]: must have at most 3 characters",
            "list[2]: must have at most 3 characters",
            "list: must have 1 to 2 elements",
            "set[0]: must be at least 1",
            "map.k: must not be blank",
            "nested[0]: must not be empty",
            "nested[1][0]: must be more than 0",
            "records[0].name: must not be blank",
            "records[0].count: must be at most 5");
  }

  @Test
  void constraintBeforeAnArrayIsForTheArray() {
    assertThat(TOOLS.property("array", "v").toString())
        .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"maxItems\":1}");
    assertThat(TOOLS.violations("array", "{\"v\":[\"abc\",\"d\"]}"))
        .containsExactly("v: must have at most 1 elements");
    assertThat(TOOLS.violations("containers", "{\"both\":[10]}"))
        .containsExactly("both[0]: must be at most 9");
    assertThat(TOOLS.violations("containers", "{\"both\":[]}"))
        .containsExactly("both: must not be empty");
  }

  @Test
  void valueThatCannotBeReadIsNotChecked() {
    assertThat(TOOLS.violations("numbers", "{\"bounded\":\"x\"}"))
        .containsExactly("bounded: must be a whole number");
  }

  @Test
  void patternThatServersReadOtherwiseIsWarnedOf() {
    assertThat(COMPILED.warnings())
        .containsExactly(
            "[PatternNotPortable] Agent.text(v.java): not every server reads the property"
                + " \\p{javaUpperCase} as Java does, so the pattern is checked and described, but"
                + " not in the schema. Say it without. See docs/errors.md#PatternNotPortable");
  }
}
