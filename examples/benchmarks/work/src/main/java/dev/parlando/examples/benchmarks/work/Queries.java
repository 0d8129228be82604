package dev.parlando.examples.benchmarks.work;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Records to validate, four of a kind. */
public final class Queries {

  /** All is well. */
  public static final String VALID = "valid";

  /** Something is wrong with each. */
  public static final String VIOLATIONS = "violations";

  private static final List<ForecastQuery> GOOD =
      List.of(
          new ForecastQuery("Toronto", Unit.CELSIUS, 4, List.of("low", "high")),
          new ForecastQuery("Québec", Unit.FAHRENHEIT, 1, List.of("high")),
          new ForecastQuery("San Francisco", null, 10, List.of()),
          new ForecastQuery("São Paulo", Unit.CELSIUS, 5, List.of("low", "high", "wind", "rain")));

  private static final List<ForecastQuery> WRONG =
      List.of(
          new ForecastQuery(" ", Unit.CELSIUS, 4, List.of("low", "high")),
          new ForecastQuery("Toronto", Unit.FAHRENHEIT, 0, List.of("high")),
          new ForecastQuery("Toronto", null, 11, List.of()),
          new ForecastQuery("", Unit.CELSIUS, 0, List.of("low", "high", "wind", "rain")));

  private static final List<Set<String>> WRONG_PLACES =
      List.of(Set.of("city"), Set.of("days"), Set.of("days"), Set.of("city", "days"));

  private Queries() {}

  /** Those of a kind. */
  public static ForecastQuery[] of(String kind) {
    return (kind.equals(VALID) ? GOOD : WRONG).toArray(ForecastQuery[]::new);
  }

  /**
   * Proves that a contender finds what is wrong, and where.
   *
   * @param contender gives the names of the components that are wrong
   * @throws IllegalStateException if it finds others
   */
  public static void check(Function<ForecastQuery, Set<String>> contender) {
    GOOD.forEach(query -> check(query, Set.of(), contender.apply(query)));
    for (int i = 0; i < WRONG.size(); i++) {
      check(WRONG.get(i), WRONG_PLACES.get(i), contender.apply(WRONG.get(i)));
    }
  }

  private static void check(ForecastQuery query, Set<String> wrong, Set<String> found) {
    if (!found.equals(wrong)) {
      throw new IllegalStateException(query + ": " + wrong + " is wrong, but found was " + found);
    }
  }
}
