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
 * @param strict whether the model was told the {@linkplain ToolDefinition#strictParameters() strict
 *     schema}: {@code null} then stands for what may be left out, and is no repair
 */
public record ArgumentOptions(
    Clock clock,
    boolean lenient,
    RepairListener repairListener,
    @Nullable Validator validator,
    boolean strict) {

  /** The system's clock, lenient, nobody listening, no validator, not strict. */
  public static final ArgumentOptions DEFAULT = new ArgumentOptions(Clock.systemUTC(), true);

  /** Checks that what is needed is there. */
  public ArgumentOptions {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(repairListener, "repairListener");
  }

  /**
   * Options with nobody listening and no validator, not strict.
   *
   * @param clock what {@code @Past} and {@code @Future} compare with
   * @param lenient whether lossless repairs are made
   */
  public ArgumentOptions(Clock clock, boolean lenient) {
    this(clock, lenient, repair -> {}, null, false);
  }

  /** The same options with another clock. */
  public ArgumentOptions withClock(Clock clock) {
    return new ArgumentOptions(clock, lenient, repairListener, validator, strict);
  }

  /** The same options with lossless repairs switched on or off. */
  public ArgumentOptions withLenient(boolean lenient) {
    return new ArgumentOptions(clock, lenient, repairListener, validator, strict);
  }

  /** The same options with another listener. */
  public ArgumentOptions withRepairListener(RepairListener listener) {
    return new ArgumentOptions(clock, lenient, listener, validator, strict);
  }

  /** The same options with a validator for the application's own constraints. */
  public ArgumentOptions withValidator(Validator validator) {
    return new ArgumentOptions(clock, lenient, repairListener, validator, strict);
  }

  /** The same options for a model that was told the strict schema, or not. */
  public ArgumentOptions withStrict(boolean strict) {
    return new ArgumentOptions(clock, lenient, repairListener, validator, strict);
  }
}
