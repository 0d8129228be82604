package dev.parlando.tool;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How arguments are decoded. Immutable; safe for use by any thread as far as its parts are.
 *
 * @param clock what {@code @Past} and {@code @Future} compare with
 * @param lenient whether lossless repairs of what models really send are made
 * @param repairListener who is told of each repair
 * @param validator what checks the application's own {@code @Constraint} annotations; {@code null}:
 *     nobody does. Jakarta's built-in constraints never need it
 */
public record ArgumentOptions(
    Clock clock, boolean lenient, RepairListener repairListener, @Nullable Validator validator) {

  /** The system's clock, lenient, nobody listening, no validator. */
  public static final ArgumentOptions DEFAULT = new ArgumentOptions(Clock.systemUTC(), true);

  /** Checks that what is needed is there. */
  public ArgumentOptions {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(repairListener, "repairListener");
  }

  /**
   * Options with nobody listening and no validator.
   *
   * @param clock what {@code @Past} and {@code @Future} compare with
   * @param lenient whether lossless repairs are made
   */
  public ArgumentOptions(Clock clock, boolean lenient) {
    this(clock, lenient, repair -> {}, null);
  }

  /** The same options with another clock. */
  public ArgumentOptions withClock(Clock clock) {
    return new ArgumentOptions(clock, lenient, repairListener, validator);
  }

  /** The same options with lossless repairs switched on or off. */
  public ArgumentOptions withLenient(boolean lenient) {
    return new ArgumentOptions(clock, lenient, repairListener, validator);
  }

  /** The same options with another listener. */
  public ArgumentOptions withRepairListener(RepairListener listener) {
    return new ArgumentOptions(clock, lenient, listener, validator);
  }

  /** The same options with a validator for the application's own constraints. */
  public ArgumentOptions withValidator(Validator validator) {
    return new ArgumentOptions(clock, lenient, repairListener, validator);
  }
}
