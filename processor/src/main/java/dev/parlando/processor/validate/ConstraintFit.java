package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Custom;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.Moment;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TextKind;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import java.util.Set;

/** Each constraint stands on a type that it applies to. */
final class ConstraintFit implements Rule {

  private static final Set<String> TEXT_WITH_NUMBERS = Set.of("DecimalMin", "DecimalMax", "Digits");

  @Override
  public void check(ToolSetModel model, Report report) {
    for (ValueModel value : ArgumentValues.all(model)) {
      for (ConstraintModel constraint : value.constraints()) {
        boolean known = !(value.type() instanceof TypeModel.Any);
        if (known && !fits(constraint, value.type())) {
          report.add(
              Problem.CONSTRAINT_NOT_APPLICABLE,
              constraint.origin(),
              constraint.name(),
              value.type().javaType().shortName(),
              advice(value.type()));
        }
      }
    }
  }

  /** Whether all constraints on a value apply to its type. */
  static boolean allFit(ValueModel value) {
    for (ConstraintModel constraint : value.constraints()) {
      if (!fits(constraint, value.type())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a constraint applies to a type. */
  static boolean fits(ConstraintModel constraint, TypeModel type) {
    if (constraint instanceof Custom) {
      return true;
    } else if (constraint instanceof Size) {
      return isText(type) || isContainer(type) || isBytes(type);
    } else if (constraint instanceof Bound || constraint instanceof Digits) {
      // Jakarta lets text state a number, but for @Min and the like.
      return isNumber(type) || (isText(type) && TEXT_WITH_NUMBERS.contains(constraint.name()));
    } else if (constraint instanceof Moment) {
      return isTime(type);
    } else if (constraint instanceof Truth) {
      return type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.BOOLEAN;
    }
    return isText(type);
  }

  private static boolean isNumber(TypeModel type) {
    return type instanceof TypeModel.Scalar scalar
        && scalar.kind().isNumber()
        && scalar.kind() != ScalarKind.YEAR;
  }

  private static boolean isBytes(TypeModel type) {
    return type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.BYTES;
  }

  private static boolean isText(TypeModel type) {
    return type instanceof TypeModel.Scalar scalar && scalar.kind().isText();
  }

  private static boolean isContainer(TypeModel type) {
    return type instanceof TypeModel.Mapping
        || (type instanceof TypeModel.Sequence
            && !type.javaType().toString().startsWith("java.lang.Iterable"));
  }

  private static boolean isTime(TypeModel type) {
    if (type instanceof TypeModel.Text text) {
      TextKind kind = text.kind();
      return kind.takesDatePattern() || kind == TextKind.INSTANT;
    }
    return type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.YEAR;
  }

  private static String advice(TypeModel type) {
    if (isText(type)) {
      return "Use @Size, @Pattern, @DecimalMin or @Digits.";
    } else if (isTime(type)) {
      return "Use @Past or @Future.";
    } else if (type instanceof TypeModel.Scalar scalar && scalar.kind().isNumber()) {
      return "Use @Min and @Max.";
    } else if (isBytes(type)) {
      return "Use @Size.";
    } else if (type instanceof TypeModel.Declared) {
      return "Put it on what " + type.javaType().shortName() + " is made of.";
    }
    return "Remove it.";
  }
}
