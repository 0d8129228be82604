package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Queries;
import dev.parlando.json.Checks;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The checks of a record, and where something is wrong the text that the model is told. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Validation {

  private static final Pattern PLACE = Pattern.compile("(\\w+): ");

  /** Of what kind the records are. */
  @Param({Queries.VALID, Queries.VIOLATIONS})
  public String kind = Queries.VALID;

  private ForecastQuery[] queries = {};
  private int next;

  /** Proves that all find the same, and that ours is what the generated code says. */
  @Setup
  public void check() {
    queries = Queries.of(kind);
    Queries.check(query -> places(HandTool.problems(query)));
    Queries.check(query -> places(violations(query)));
    for (ForecastQuery query : Queries.of(Queries.VIOLATIONS)) {
      Answers.same(refusal(query), String.valueOf(violations(query)));
    }
  }

  private static Set<String> places(@Nullable String problems) {
    return problems == null
        ? Set.of()
        : PLACE
            .matcher(problems)
            .results()
            .map((MatchResult place) -> place.group(1))
            .collect(Collectors.toSet());
  }

  private static String refusal(ForecastQuery query) {
    ToolSet tools = new ForecastAgentTools(new ForecastAgent());
    String json =
        "{\"city\":\"%s\",\"days\":%d,\"fields\":[]}".formatted(query.city(), query.days());
    try {
      tools.prepare(new ToolCall("call_1", Arguments.TOOL, json), ArgumentOptions.DEFAULT);
      return "";
    } catch (InvalidArgumentsException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  /** The conditions as they stand in generated code, and what becomes of those that don't hold. */
  @Benchmark
  public @Nullable String parlando() {
    return violations(queries[next++ & 3]);
  }

  private static @Nullable String violations(ForecastQuery query) {
    boolean city = Checks.notBlank(query.city());
    boolean least = query.days() >= 1;
    boolean most = query.days() <= 10;
    if (city & least & most) {
      return null;
    }
    List<Violation> violations = new ArrayList<>();
    check(city, "city", "must not be blank", violations);
    check(least, "days", "must be at least 1", violations);
    check(most, "days", "must be at most 10", violations);
    return new InvalidArgumentsException(violations).getMessage();
  }

  private static void check(
      boolean holds, String path, String message, List<Violation> violations) {
    if (!holds) {
      violations.add(new Violation(path, message));
    }
  }

  /** Conditions by hand. */
  @Benchmark
  public @Nullable String hand() {
    return HandTool.problems(queries[next++ & 3]);
  }
}
