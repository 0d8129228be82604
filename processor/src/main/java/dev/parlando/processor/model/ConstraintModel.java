package dev.parlando.processor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a value must be, beyond its type. */
public sealed interface ConstraintModel {

  /** The annotation's simple name. */
  String name();

  /** The text for a value that isn't; empty for our own. */
  Optional<String> message();

  /** The annotation. */
  Origin origin();

  /** Text with a character that is no white space. */
  record NotBlank(Optional<String> message, Origin origin) implements ConstraintModel {

    @Override
    public String name() {
      return "NotBlank";
    }
  }

  /** Text of a number of code points, or a container of a number of elements. */
  record Size(String name, long min, long max, Optional<String> message, Origin origin)
      implements ConstraintModel {

    /** The largest number, which stands for no limit. */
    public static final long UNLIMITED = Integer.MAX_VALUE;
  }

  /**
   * A number on one side of another.
   *
   * @param limit the other
   * @param upper whether it is the largest, not the smallest
   * @param inclusive whether it may be that number
   */
  record Bound(
      String name,
      BigDecimal limit,
      boolean upper,
      boolean inclusive,
      Optional<String> message,
      Origin origin)
      implements ConstraintModel {}

  /** A number of so many digits before and after the point. */
  record Digits(int integer, int fraction, Optional<String> message, Origin origin)
      implements ConstraintModel {

    @Override
    public String name() {
      return "Digits";
    }
  }

  /**
   * Text that a regular expression matches as a whole.
   *
   * @param flags constants of {@code Pattern.Flag}
   */
  record Regex(String regexp, List<String> flags, Optional<String> message, Origin origin)
      implements ConstraintModel {

    /** Keeps an immutable copy. */
    public Regex {
      flags = List.copyOf(flags);
    }

    @Override
    public String name() {
      return "Pattern";
    }
  }

  /**
   * Text that looks like a mail address.
   *
   * @param regexp what else it must match; {@code .*} for anything
   * @param flags constants of {@code Pattern.Flag}
   */
  record Email(String regexp, List<String> flags, Optional<String> message, Origin origin)
      implements ConstraintModel {

    /** Keeps an immutable copy. */
    public Email {
      flags = List.copyOf(flags);
    }

    @Override
    public String name() {
      return "Email";
    }

    /** What else it must match. */
    public Regex asRegex() {
      return new Regex(regexp, flags, message, origin);
    }
  }

  /** A time before or after now. */
  record Moment(
      String name, boolean past, boolean orPresent, Optional<String> message, Origin origin)
      implements ConstraintModel {}

  /** A boolean of one value. */
  record Truth(boolean value, Optional<String> message, Origin origin) implements ConstraintModel {

    @Override
    public String name() {
      return value ? "AssertTrue" : "AssertFalse";
    }
  }

  /** An annotation that only a validator understands. */
  record Custom(String name, Optional<String> message, Origin origin) implements ConstraintModel {}
}
