package dev.parlando.processor.agreement;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import java.util.List;
import java.util.stream.Stream;

/** Tools of every type of parameter; each answers with what it got. */
final class Catalogue {

  private static final String IMPORTS =
      """
      package p;

      import com.fasterxml.jackson.annotation.*;
      import dev.parlando.*;
      import jakarta.validation.constraints.*;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      import tools.jackson.databind.JsonNode;

      """;

  private static final String TYPES =
      """
      class Types {
        record Integers(boolean a, Boolean b, byte c, Short d, int e, long f, BigInteger g, Year h, Integer i) {}
        @Tool("x") Integers integers(Integers v) { return v; }

        record Fractions(float a, Double b, BigDecimal c, double d, Float e) {}
        @Tool("x") Fractions fractions(Fractions v) { return v; }

        record Texts(String a, CharSequence b, char c, byte[] d, JsonNode e, Character f) {}
        @Tool("x") Texts texts(Texts v) { return v; }

        record Formats(LocalDate a, Instant b, OffsetDateTime c, ZonedDateTime d, Duration e, Period f, UUID g, URI h, URL i) {}
        @Tool("x") Formats formats(Formats v) { return v; }

        record Patterns(LocalTime a, LocalDateTime b, YearMonth c, MonthDay d, ZoneId e, ZoneOffset f, Locale g, Currency h) {}
        @Tool("x") Patterns patterns(Patterns v) { return v; }

        enum Unit { CELSIUS, FAHRENHEIT }
        enum Level { @JsonProperty("very-low") LOW, @JsonProperty("très haut") HIGH { @Override public String toString() { return "top"; } } }
        record Enums(Unit a, Level b, Optional<Unit> c, List<Level> d, Set<Unit> e) {}
        @Tool("x") Enums enums(Enums v) { return v; }

        record Optionals(Optional<String> a, OptionalInt b, OptionalLong c, OptionalDouble d, @Nullable String e,
            @Nullable Integer f, Optional<Place> g, Optional<List<Integer>> h, Optional<Map<String, Place>> i) {}
        @Tool("x") Optionals optionals(Optionals v) { return v; }

        record Defaults(@DefaultValue("3") int a, @DefaultValue("x") String b, @DefaultValue("CELSIUS") Unit c,
            @DefaultValue("2026-11-22") LocalDate d, @DefaultValue("true") boolean e, @DefaultValue("1.50") BigDecimal f,
            @DefaultValue("N-1") OrderId g, @JsonIgnore @DefaultValue("7") int h) {}
        @Tool("x") Defaults defaults(Defaults v) { return v; }

        record Place(String city, Optional<Double> height) {}
        record Sequences(List<String> a, Collection<Integer> b, Iterable<Boolean> c, int[] d, String[] e, Place[] f,
            List<List<Long>> g, List<? extends Place> h, double[] i, char[] j, long[][] k) {}
        @Tool("x") Sequences sequences(Sequences v) { return v; }

        record Sets(Set<String> a, SortedSet<Integer> b, Set<Place> c, Set<List<String>> d, Set<LocalDate> e, Set<Unit> f, SortedSet<String> g,
            Set<BigDecimal> h, Set<Double> i, Set<Instant> j, Set<UUID> k) {}
        @Tool("x") Sets sets(Sets v) { return v; }

        record Maps(Map<String, Integer> a, Map<Unit, String> b, Map<UUID, Boolean> c, Map<Integer, Place> d,
            Map<Long, List<String>> e, Map<String, Map<Short, Double>> f, Map<BigInteger, Unit> g, Map<Byte, OrderId> h) {}
        @Tool("x") Maps maps(Maps v) { return v; }

        interface Named { String name(); }
        record Item(String name, BigDecimal price, Optional<Integer> count) implements Named {}
        record Order(@JsonProperty("order-id") OrderId id, List<Item> items, Place from, Optional<Place> to) {}
        record OrderId(@JsonValue @Pattern(regexp = "[A-Z]-\\\\d{1,4}") String value) {}
        record Amount(@JsonValue @Min(1) @Max(99) int value) {}
        record Orders(Order a, Map<String, Order> b, List<OrderId> c, Amount d, Optional<Amount> e) {}
        @Tool("x") Orders orders(Orders v) { return v; }

        record Page<T>(List<T> items, Optional<T> first, int number) {}
        record Pair<A extends Comparable<A>, B>(A left, B right) {}
        record Generics(Page<String> a, Page<Item> b, Pair<Integer, Page<Pair<String, Unit>>> c) {}
        @Tool("x") Generics generics(Generics v) { return v; }

        record Tree(String name, List<Tree> children, Optional<Tree> next) {}
        @Tool("x") Tree tree(Tree v) { return v; }
        record Forest(Tree a, Map<String, Tree> b) {}
        @Tool("x") Forest forest(Forest v) { return v; }

        @Tool("x") Place plain(String city, Optional<Double> height) { return new Place(city, height); }
        @Tool("x") List<String> nothing() { return List.of(); }
      }
      """;

  private static final String UNIONS =
      """
      class Unions {
        sealed interface Shape permits Circle, Square, Nothing {}
        record Circle(@Positive double radius) implements Shape {}
        record Square(double side, Optional<String> color) implements Shape {}
        record Nothing() implements Shape {}
        record Drawing(Shape a, List<Shape> b, Optional<Shape> c, Map<String, Shape> d, Circle e) {}
        @Tool("x") Drawing drawing(Drawing v) { return v; }

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
        @JsonSubTypes({@JsonSubTypes.Type(value = Sum.class, name = "+"), @JsonSubTypes.Type(value = Number.class, name = "number")})
        sealed interface Term {}
        record Number(int value) implements Term {}
        record Sum(Term left, Term right) implements Term {}
        record Sums(Term a, List<Sum> b) {}
        @Tool("x") Sums sums(Sums v) { return v; }
      }
      """;

  private static final String CONSTRAINTS =
      """
      class Constraints {
        record Words(@NotBlank String a, @NotEmpty String b, @Size(min = 2, max = 4) String c, @Size(max = 3) @NotBlank CharSequence d,
            @Pattern(regexp = "a|bc+") String e, @Pattern(regexp = "[^x]{2}\\\\.\\\\w*") @Size(max = 5) String f,
            @Pattern(regexp = "[a-z]*") @Pattern(regexp = "x.*") String g, @NotNull String h) {}
        @Tool("x") Words words(Words v) { return v; }

        record Bounds(@Min(-3) @Max(3) byte a, @Min(0) short b, @Max(7) Integer c, @Min(Long.MIN_VALUE) @Max(Long.MAX_VALUE) long d,
            @DecimalMin("9223372036854775807") @DecimalMax(value = "9223372036854775810", inclusive = false) BigInteger e,
            @DecimalMin("0.10") @DecimalMax(value = "2.5", inclusive = false) BigDecimal f, @DecimalMin("-1.5") int g,
            @Positive int h, @PositiveOrZero long i, @Negative double j, @NegativeOrZero BigDecimal k, @DecimalMax("0.5") float l) {}
        @Tool("x") Bounds bounds(Bounds v) { return v; }

        record Digit(@Digits(integer = 3, fraction = 2) BigDecimal a, @Digits(integer = 2, fraction = 0) int b,
            @Digits(integer = 1, fraction = 1) double c, @Digits(integer = 20, fraction = 0) BigInteger d,
            @Digits(integer = 2, fraction = 3) @Positive @Max(50) BigDecimal e) {}
        @Tool("x") Digit digit(Digit v) { return v; }

        record Truths(@AssertTrue boolean a, @AssertFalse Boolean b, Optional<@AssertTrue Boolean> c) {}
        @Tool("x") Truths truths(Truths v) { return v; }

        record Mail(@Email String a, Optional<@Email String> b, @Email @Size(max = 15) String c) {}
        @Tool("x") Mail mail(Mail v) { return v; }

        record Inner(@Min(1) int n, @NotEmpty List<@NotBlank String> words) {}
        record Containers(@Size(min = 1, max = 2) List<String> a, @NotEmpty Set<@Min(1) Integer> b, @Size(max = 2) Map<String, @Max(5) Integer> c,
            List<@Size(min = 1, max = 2) List<@Min(0) Integer>> d, Optional<@Size(max = 3) String> e, @Size(min = 2, max = 3) int[] f,
            List<@Size(max = 3) String> g, List<Inner> h, Map<String, Inner> i, @Min(2) OptionalInt j, Optional<@NotEmpty Map<String, @NotEmpty List<Inner>>> k,
            @Size(max = 1) Collection<String> l, @Size(min = 1) String @Size(max = 2) [] m) {}
        @Tool("x") Containers containers(Containers v) { return v; }

        record Defaults(@Min(1) @DefaultValue("5") int a, @Size(max = 3) @DefaultValue("abc") String b, @Nullable @NotBlank String c) {}
        @Tool("x") Defaults defaults(Defaults v) { return v; }
      }
      """;

  private Catalogue() {}

  /** All tools, compiled when they are first asked for. */
  static List<Subject> subjects() {
    return Compiled.SUBJECTS;
  }

  private static final class Compiled {

    static final List<Subject> SUBJECTS =
        Stream.of(tools("Types", TYPES), tools("Unions", UNIONS), tools("Constraints", CONSTRAINTS))
            .flatMap(tools -> Subject.all(tools).stream())
            .toList();
  }

  private static Tools tools(String agent, String source) {
    return Compilation.of(IMPORTS + source).compile().tools("p." + agent);
  }
}
