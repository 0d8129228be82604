package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Queries;
import dev.parlando.json.Checks;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The checks of a record whose values are all well. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Validation {

  private final ForecastQuery[] queries = Queries.good();
  private int next;

  /** Proves that all find the same. */
  @Setup
  public void check() {
    for (ForecastQuery query : queries) {
      if (!holds(query) || HandTool.problem(query) != null) {
        throw new IllegalStateException(query + " is well");
      }
    }
    for (ForecastQuery query : Queries.wrong()) {
      if (holds(query) || HandTool.problem(query) == null) {
        throw new IllegalStateException(query + " is wrong");
      }
    }
  }

  /** The conditions as they stand in generated code. */
  @Benchmark
  public boolean parlando() {
    return holds(queries[next++ & 3]);
  }

  private static boolean holds(ForecastQuery query) {
    return Checks.notBlank(query.city()) & query.days() >= 1 & query.days() <= 10;
  }

  /** Conditions by hand. */
  @Benchmark
  public boolean hand() {
    return HandTool.problem(queries[next++ & 3]) == null;
  }
}
