package dev.parlando.processor.render;

import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.Email;
import dev.parlando.processor.model.ConstraintModel.Moment;
import dev.parlando.processor.model.ConstraintModel.NotBlank;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;

/** What a model is told about a value that a constraint refuses: short enough to be spoken. */
final class ConstraintMessages {

  private ConstraintMessages() {}

  static String of(ConstraintModel constraint, TypeModel type) {
    return constraint.message().isPresent() ? constraint.message().get() : own(constraint, type);
  }

  private static String own(ConstraintModel constraint, TypeModel type) {
    if (constraint instanceof NotBlank) {
      return "must not be blank";
    } else if (constraint instanceof Size size) {
      return size(size, type);
    } else if (constraint instanceof Bound bound) {
      return bound(bound);
    } else if (constraint instanceof Digits digits) {
      return digits.fraction() == 0
          ? "must be a whole number of at most %d digits".formatted(digits.integer())
          : "must have at most %d digits before and %d after the decimal point"
              .formatted(digits.integer(), digits.fraction());
    } else if (constraint instanceof Regex regex) {
      return "must match " + regex.regexp();
    } else if (constraint instanceof Email email) {
      String which = email.regexp().equals(".*") ? "" : " that matches " + email.regexp();
      return "must be an email address" + which;
    } else if (constraint instanceof Moment moment) {
      return "must be in the "
          + (moment.past() ? "past" : "future")
          + (moment.orPresent() ? " or now" : "");
    } else if (constraint instanceof Truth truth) {
      return "must be " + truth.value();
    }
    return "is not valid";
  }

  private static String size(Size size, TypeModel type) {
    if (size.min() == 1 && size.max() == Size.UNLIMITED) {
      return "must not be empty";
    }
    String unit =
        type instanceof TypeModel.Mapping
            ? " entries"
            : type instanceof TypeModel.Sequence
                ? " elements"
                : type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.BYTES
                    ? " bytes"
                    : " characters";
    if (size.min() == size.max()) {
      return "must have " + size.min() + unit;
    } else if (size.max() == Size.UNLIMITED) {
      return "must have at least " + size.min() + unit;
    } else if (size.min() == 0) {
      return "must have at most " + size.max() + unit;
    }
    return "must have " + size.min() + " to " + size.max() + unit;
  }

  private static String bound(Bound bound) {
    String relation =
        bound.inclusive()
            ? bound.upper() ? "at most " : "at least "
            : bound.upper() ? "less than " : "more than ";
    return "must be " + relation + bound.limit().toPlainString();
  }
}
