package dev.parlando.examples.benchmarks.avaje;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The JSON of a call by avaje-jsonb. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private final Forecaster forecaster = new Forecaster();
  private final JsonType<ForecastQuery> query = Jsonb.instance().type(ForecastQuery.class);
  private final JsonType<Forecast> forecast = Jsonb.instance().type(Forecast.class);
  private final String[] arguments = Arguments.texts();
  private int next;

  /** Proves that it comes to the same. */
  @Setup
  public void check() {
    for (int i = 0; i < arguments.length; i++) {
      Answers.check(i, avajeJsonb());
    }
  }

  /** A call. */
  @Benchmark
  public String avajeJsonb() {
    return forecast.toJson(forecaster.forecast(query.fromJson(arguments[next++ & 3])));
  }
}
