package dev.parlando.examples.benchmarks.hibernate;

import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Queries;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Validation of records. What is wrong comes as a set of objects with their messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Validation {

  private final Validator validator =
      jakarta.validation.Validation.byProvider(HibernateValidator.class)
          .configure()
          .buildValidatorFactory()
          .getValidator();

  /** Of what kind the records are. */
  @Param({Queries.VALID, Queries.VIOLATIONS})
  public String kind;

  private ForecastQuery[] queries;
  private int next;

  /** Proves that it finds the same. */
  @Setup
  public void check() {
    queries = Queries.of(kind);
    Queries.check(
        query ->
            validator.validate(query).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toSet()));
  }

  /** A record. */
  @Benchmark
  public Set<ConstraintViolation<ForecastQuery>> hibernateValidator() {
    return validator.validate(queries[next++ & 3]);
  }
}
