package dev.parlando.examples.benchmarks.hibernate;

import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Queries;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.HibernateValidator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Validation of records that are well. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Validation {

  private final Validator validator =
      jakarta.validation.Validation.byProvider(HibernateValidator.class)
          .configure()
          .buildValidatorFactory()
          .getValidator();
  private final ForecastQuery[] queries = Queries.good();
  private int next;

  /** Proves that it finds the same. */
  @Setup
  public void check() {
    for (ForecastQuery query : queries) {
      if (!validator.validate(query).isEmpty()) {
        throw new IllegalStateException(query + " is well");
      }
    }
    for (ForecastQuery query : Queries.wrong()) {
      if (validator.validate(query).isEmpty()) {
        throw new IllegalStateException(query + " is wrong");
      }
    }
  }

  /** A record. */
  @Benchmark
  public Set<ConstraintViolation<ForecastQuery>> hibernateValidator() {
    return validator.validate(queries[next++ & 3]);
  }
}
