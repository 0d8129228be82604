package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated checks and Hibernate Validator complain about the same places of the same values: every
 * Jakarta constraint, on every type it supports, at its boundaries.
 */
final class HibernateValidatorTest {

  /**
   * What a component is declared as, and values for it.
   *
   * @param reason why the two don't agree; empty if they must
   */
  record Case(String declaration, List<String> values, String reason) {

    Case(String declaration, String... values) {
      this(declaration, List.of(values), "");
    }

    static Case differs(String reason, String declaration, String... values) {
      return new Case(declaration, List.of(values), reason);
    }

    @Override
    public String toString() {
      return declaration;
    }
  }

  private static final String TYPES =
      """
      record Inner(@Min(1) int n, @NotBlank String s) {}
      record Outer(@Valid Inner inner, @Size(max = 1) List<@Valid Inner> list) {}
      """;

  private static final List<String> WHOLE =
      List.of("-3", "-2", "-1", "0", "1", "2", "3", "4", "99");
  private static final List<String> DECIMAL =
      List.of("-2.01", "-2", "-0.5", "0", "0.001", "1.99", "2", "2.5", "2.51", "3", "3.0001");

  private static final List<Case> CASES = cases();
  private static final List<Case> DIFFERENCES = DeliberateDifferences.all();

  private static final ConstrainedRecords RECORDS =
      new ConstrainedRecords(
          Stream.concat(CASES.stream(), DIFFERENCES.stream()).map(Case::declaration).toList(),
          TYPES);

  static List<Case> agreed() {
    return CASES;
  }

  static List<Case> differing() {
    return DIFFERENCES;
  }

  @ParameterizedTest
  @MethodSource("agreed")
  void samePlacesAreWrong(Case each) {
    for (String value : each.values()) {
      assertThat(RECORDS.ours(each.declaration(), value))
          .as("%s of %s", value, each.declaration())
          .isEqualTo(RECORDS.hibernates(each.declaration(), value));
    }
    assertThat(each.values()).anyMatch(it -> RECORDS.ours(each.declaration(), it).isEmpty());
    assertThat(each.values()).anyMatch(it -> !RECORDS.ours(each.declaration(), it).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("differing")
  void differencesAreDeliberate(Case each) {
    for (String value : each.values()) {
      assertThat(RECORDS.ours(each.declaration(), value))
          .as("%s of %s: %s", value, each.declaration(), each.reason())
          .isNotEqualTo(RECORDS.hibernates(each.declaration(), value));
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    texts(cases);
    numbers(cases);
    times(cases);
    containers(cases);
    cases.add(new Case("@AssertTrue boolean", "true", "false"));
    cases.add(new Case("@AssertTrue Boolean", "true", "false"));
    cases.add(new Case("@AssertFalse boolean", "true", "false"));
    cases.add(new Case("@AssertFalse Boolean", "true", "false"));
    return cases;
  }

  private static void texts(List<Case> cases) {
    String[] texts = {
      "\"\"",
      "\" \"",
      "\"\\t\\n\"",
      "\"a\"",
      "\"ab\"",
      "\"abc\"",
      "\"abcd\"",
      "\" a \"",
      "\"é\"",
      "\"A\\nB\""
    };
    for (String type : List.of("String", "CharSequence")) {
      for (String constraint :
          List.of(
              "@NotBlank",
              "@NotEmpty",
              "@Size(min = 2)",
              "@Size(max = 3)",
              "@Size(min = 1, max = 2)",
              "@NotBlank @Size(min = 2)",
              "@Pattern(regexp = \"[a-c]*\")",
              "@Pattern(regexp = \"a|ab\")",
              "@Pattern(regexp = \"a.*\", flags = Pattern.Flag.CASE_INSENSITIVE)",
              "@Pattern(regexp = \"a.b\", flags = {Pattern.Flag.DOTALL, Pattern.Flag.CASE_INSENSITIVE})",
              "@Pattern(regexp = \"[a-c]*+\") @Pattern(regexp = \".{1,2}\")")) {
        cases.add(new Case(constraint + " " + type, texts));
      }
    }
    cases.add(
        new Case(
            "@Email String",
            "\"a@b\"",
            "\"a.b+c@example.com\"",
            "\"a\"",
            "\"@b\"",
            "\"a@\"",
            "\"a@b@c\"",
            "\"a..b@c\"",
            "\".a@c\"",
            "\"a.@c\"",
            "\"a b@c\"",
            "\"a@-c\"",
            "\"a@c-\"",
            "\"a@c..d\"",
            "\"\\\"a b\\\"@c\"",
            "\"a@[127.0.0.1]\"",
            "\"" + "a".repeat(64) + "@c\"",
            "\"" + "a".repeat(65) + "@c\"",
            "\"a@" + "c".repeat(63) + "\"",
            "\"a@" + "c".repeat(64) + "\""));
  }

  private static void numbers(List<Case> cases) {
    List<String> wholeTypes =
        List.of("byte", "Byte", "short", "Short", "int", "Integer", "long", "Long", "BigInteger");
    List<String> bounds =
        List.of(
            "@Min(-2)",
            "@Max(2)",
            "@Min(-2) @Max(2)",
            "@DecimalMin(\"1.5\")",
            "@DecimalMax(value = \"3\", inclusive = false)",
            "@DecimalMin(value = \"-1\", inclusive = false)",
            "@Positive",
            "@PositiveOrZero",
            "@Negative",
            "@NegativeOrZero");
    for (String constraint : bounds) {
      wholeTypes.forEach(type -> cases.add(new Case(constraint + " " + type, WHOLE, "")));
      for (String type : List.of("BigDecimal", "double", "Double", "float", "Float")) {
        cases.add(new Case(constraint + " " + type, DECIMAL, ""));
      }
    }
    wholeTypes.forEach(
        type -> cases.add(new Case("@Digits(integer = 1, fraction = 0) " + type, WHOLE, "")));
    for (String type : List.of("BigDecimal", "double", "Float")) {
      cases.add(
          new Case(
              "@Digits(integer = 2, fraction = 2) " + type,
              "0",
              "0.01",
              "0.001",
              "99.99",
              "100",
              "-99.99",
              "-100.5",
              "12.345",
              "0.1e1",
              "99e0"));
    }
    String[] large = {
      "9223372036854775807", "9223372036854775806", "-9223372036854775808", "9007199254740993"
    };
    cases.add(new Case("@Max(9223372036854775806L) long", large));
    cases.add(new Case("@Min(-9223372036854775807L) long", large));
    cases.add(new Case("@DecimalMax(\"9007199254740992\") Long", large));
    cases.add(
        new Case(
            "@DecimalMin(\"0.1000000000000000000001\") BigDecimal",
            "0.1",
            "0.1000000000000000000001",
            "0.1000000000000000000002"));
    cases.add(new Case("@Min(2) OptionalInt", "1", "2"));
    cases.add(new Case("@Max(2) OptionalLong", "2", "3"));
    cases.add(new Case("@Positive OptionalDouble", "0.0", "0.1"));
  }

  private static void times(List<Case> cases) {
    record Time(String type, String... values) {}
    List<Time> times =
        List.of(
            new Time(
                "Instant",
                "\"2026-11-22T14:29:59.999999999Z\"",
                "\"2026-11-22T14:30:00Z\"",
                "\"2026-11-22T14:30:00.000000001Z\""),
            new Time(
                "OffsetDateTime",
                "\"2026-11-22T15:29:59+01:00\"",
                "\"2026-11-22T15:30:00+01:00\"",
                "\"2026-11-22T14:30:01+00:00\""),
            new Time(
                "ZonedDateTime",
                "\"2026-11-22T15:29:59+01:00\"",
                "\"2026-11-22T15:30:00+01:00\"",
                "\"2026-11-22T14:30:01+00:00\""),
            new Time("LocalDate", "\"2026-11-21\"", "\"2026-11-22\"", "\"2026-11-23\""),
            new Time(
                "LocalDateTime",
                "\"2026-11-22T14:29:59\"",
                "\"2026-11-22T14:30\"",
                "\"2026-11-22T14:30:01\""),
            new Time("LocalTime", "\"14:29:59\"", "\"14:30:00\"", "\"14:30:01\""),
            new Time("Year", "2025", "2026", "2027"),
            new Time("YearMonth", "\"2026-10\"", "\"2026-11\"", "\"2026-12\""),
            new Time("MonthDay", "\"--11-21\"", "\"--11-22\"", "\"--11-23\""));
    for (String constraint : List.of("@Past", "@PastOrPresent", "@Future", "@FutureOrPresent")) {
      times.forEach(time -> cases.add(new Case(constraint + " " + time.type(), time.values())));
    }
  }

  private static void containers(List<Case> cases) {
    String[] lists = {"[]", "[\"a\"]", "[\"a\",\"b\"]", "[\"a\",\"b\",\"c\"]"};
    for (String type :
        List.of(
            "List<String>", "Set<String>", "Collection<String>", "SortedSet<String>", "String[]")) {
      cases.add(new Case("@NotEmpty " + type, lists));
      cases.add(new Case("@Size(min = 1, max = 2) " + type, lists));
    }
    cases.add(new Case("@Size(max = 1) int[]", "[]", "[1]", "[1,2]"));
    cases.add(new Case("@Size(max = 1) byte[][]", "[]", "[\"AA==\"]", "[\"AA==\",\"AA==\"]"));
    cases.add(new Case("@NotEmpty Map<String, Integer>", "{}", "{\"a\":1}"));
    cases.add(
        new Case("@Size(max = 1) Map<String, Integer>", "{}", "{\"a\":1}", "{\"a\":1,\"b\":2}"));
    cases.add(new Case("List<@Size(max = 1) String>", "[]", "[\"ab\",\"a\",\"abc\"]"));
    cases.add(
        new Case(
            "@NotEmpty List<@NotBlank @Size(max = 1) String>", "[]", "[\"a\"]", "[\"\",\"  \"]"));
    cases.add(new Case("Map<String, @Min(1) Integer>", "{}", "{\"a\":0,\"b\":1,\"c\":-1}"));
    cases.add(new Case("Optional<@Size(min = 2) String>", "\"a\"", "\"ab\""));
    cases.add(new Case("Optional<@Positive Integer>", "0", "1"));
    cases.add(new Case("List<@Size(min = 1) List<@Min(1) Integer>>", "[[1]]", "[[],[0],[1,0]]"));
    cases.add(
        new Case("Map<String, @NotEmpty List<@NotBlank String>>", "{}", "{\"a\":[],\"b\":[\"\"]}"));
    cases.add(new Case("@Valid Inner", "{\"n\":1,\"s\":\"a\"}", "{\"n\":0,\"s\":\" \"}"));
    cases.add(new Case("List<@Valid Inner>", "[]", "[{\"n\":0,\"s\":\"a\"},{\"n\":1,\"s\":\"\"}]"));
    cases.add(new Case("@Valid List<Inner>", "[]", "[{\"n\":0,\"s\":\"a\"}]"));
    cases.add(new Case("Map<String, @Valid Inner>", "{}", "{\"k\":{\"n\":0,\"s\":\"\"}}"));
    cases.add(new Case("Optional<@Valid Inner>", "{\"n\":1,\"s\":\"a\"}", "{\"n\":0,\"s\":\"\"}"));
    cases.add(
        new Case(
            "@Valid Outer",
            "{\"inner\":{\"n\":1,\"s\":\"a\"},\"list\":[]}",
            "{\"inner\":{\"n\":0,\"s\":\"\"},\"list\":[{\"n\":0,\"s\":\"a\"},{\"n\":1,\"s\":\"\"}]}"));
  }
}
