package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.Moment;
import dev.parlando.processor.model.ConstraintModel.NotBlank;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The constraints on a value leave something that it can be. */
final class Contradictions implements Rule {

  @Override
  public void check(ToolSetModel model, Report report) {
    for (ValueModel value : ArgumentValues.all(model)) {
      // Of nothing but its type, no value has anything to contradict.
      if (!value.constraints().isEmpty() && ConstraintFit.allFit(value)) {
        sizes(value, report);
        bounds(value, report);
        truths(value, report);
        moments(value, report);
      }
    }
  }

  private static void sizes(ValueModel value, Report report) {
    long min = 0;
    long max = Size.UNLIMITED;
    for (ConstraintModel constraint : value.constraints()) {
      if (constraint instanceof NotBlank) {
        min = Math.max(min, 1);
      } else if (constraint instanceof Size size) {
        if (size.min() < 0 || size.max() < 0) {
          contradiction(report, constraint, "a size is never negative");
          return;
        }
        min = Math.max(min, size.min());
        max = Math.min(max, size.max());
      }
      if (min > max) {
        contradiction(report, constraint, "the size is at least " + min + " and at most " + max);
        return;
      }
    }
  }

  /** A limit that is the type's own is at the start of the lists, so the annotation is reported. */
  private static void bounds(ValueModel value, Report report) {
    List<Limit> lower = new ArrayList<>();
    List<Limit> upper = new ArrayList<>();
    if (value.type() instanceof TypeModel.Scalar scalar) {
      typeLimits(scalar.kind(), lower, upper);
    }
    for (ConstraintModel constraint : value.constraints()) {
      if (constraint instanceof Bound bound) {
        (bound.upper() ? upper : lower).add(new Limit(bound.limit(), bound.inclusive()));
      } else if (constraint instanceof Digits digits) {
        if (digits.integer() < 0 || digits.fraction() < 0) {
          contradiction(report, constraint, "a number of digits is never negative");
          return;
        }
        BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(digits.integer());
        lower.add(new Limit(limit.negate(), false));
        upper.add(new Limit(limit, false));
      }
      for (Limit least : lower) {
        for (Limit most : upper) {
          if (least.excludes(most)) {
            contradiction(
                report,
                constraint,
                "it is %s and %s"
                    .formatted(
                        least.text("at least", "more than"), most.text("at most", "less than")));
            return;
          }
        }
      }
    }
  }

  private record Limit(BigDecimal value, boolean inclusive) {

    boolean excludes(Limit upper) {
      int order = value.compareTo(upper.value);
      return order > 0 || (order == 0 && !(inclusive && upper.inclusive));
    }

    String text(String inclusively, String exclusively) {
      return (inclusive ? inclusively : exclusively) + " " + value.toPlainString();
    }
  }

  private static void typeLimits(ScalarKind kind, List<Limit> lower, List<Limit> upper) {
    switch (kind) {
      case BYTE -> between(Byte.MIN_VALUE, Byte.MAX_VALUE, lower, upper);
      case SHORT -> between(Short.MIN_VALUE, Short.MAX_VALUE, lower, upper);
      case INT -> between(Integer.MIN_VALUE, Integer.MAX_VALUE, lower, upper);
      case LONG -> between(Long.MIN_VALUE, Long.MAX_VALUE, lower, upper);
      default -> {
        // Wide enough for any limit.
      }
    }
  }

  private static void between(long min, long max, List<Limit> lower, List<Limit> upper) {
    lower.add(new Limit(BigDecimal.valueOf(min), true));
    upper.add(new Limit(BigDecimal.valueOf(max), true));
  }

  private static void truths(ValueModel value, Report report) {
    Truth first = null;
    for (ConstraintModel constraint : value.constraints()) {
      if (constraint instanceof Truth truth) {
        first = first == null ? truth : first;
        if (truth.value() != first.value()) {
          contradiction(report, truth, "it is both true and false");
          return;
        }
      }
    }
  }

  private static void moments(ValueModel value, Report report) {
    Moment first = null;
    for (ConstraintModel constraint : value.constraints()) {
      if (constraint instanceof Moment moment) {
        first = first == null ? moment : first;
        if (moment.past() != first.past() && !(moment.orPresent() && first.orPresent())) {
          contradiction(report, moment, "it is both past and future");
          return;
        }
      }
    }
  }

  private static void contradiction(Report report, ConstraintModel constraint, String fault) {
    report.add(Problem.CONSTRAINT_CONTRADICTION, constraint.origin(), fault);
  }
}
