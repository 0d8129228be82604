package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
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
import dev.parlando.processor.model.SequenceKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The statements that check a value just read. */
final class Checks {

  private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Constants constants;

  Checks(Constants constants) {
    this.constants = constants;
  }

  /** Whether there is anything to check. */
  boolean any(ValueModel value) {
    for (ConstraintModel constraint : value.constraints()) {
      if (!(constraint instanceof ConstraintModel.Custom)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The checks of a value.
   *
   * @param in the reader
   * @param variable the variable that holds the value
   * @param property what constants are named after
   */
  CodeBlock statements(ValueModel value, String in, String variable, String property) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ConstraintModel constraint : value.constraints()) {
      for (CodeBlock condition : conditions(constraint, value.type(), in, variable, property)) {
        String message = ConstraintMessages.of(constraint, value.type());
        // Not as a statement of JavaPoet's: those can't stand in a lambda inside of another.
        code.add("$L.check($L, $L);\n", in, condition, Literals.quoted(message));
      }
    }
    return code.build();
  }

  private List<CodeBlock> conditions(
      ConstraintModel constraint, TypeModel type, String in, String variable, String property) {
    if (constraint instanceof NotBlank) {
      return List.of(call("notBlank", CodeBlock.of("$L", variable)));
    } else if (constraint instanceof Size size) {
      return List.of(size(size, type, variable));
    } else if (constraint instanceof Bound bound) {
      return List.of(bound(bound, type, variable, property));
    } else if (constraint instanceof Digits digits) {
      return List.of(
          call(
              "digits", CodeBlock.of("$L, $L, $L", variable, digits.integer(), digits.fraction())));
    } else if (constraint instanceof Regex regex) {
      return List.of(matches(regex, variable, property));
    } else if (constraint instanceof Email email) {
      CodeBlock isEmail = call("email", CodeBlock.of("$L", variable));
      if (email.regexp().equals(".*")) {
        return List.of(isEmail);
      }
      return List.of(isEmail, matches(email.asRegex(), variable, property));
    } else if (constraint instanceof Moment moment) {
      String method = Character.toLowerCase(moment.name().charAt(0)) + moment.name().substring(1);
      return List.of(call(method, CodeBlock.of("$L, $L.clock()", variable, in)));
    } else if (constraint instanceof Truth truth) {
      return List.of(CodeBlock.of(truth.value() ? "$L" : "!$L", variable));
    }
    return List.of();
  }

  private static CodeBlock call(String method, CodeBlock arguments) {
    return CodeBlock.of("$T.$L($L)", TypeNames.CHECKS, method, arguments);
  }

  private CodeBlock matches(Regex regex, String variable, String property) {
    return call("matches", CodeBlock.of("$L, $L", variable, constants.pattern(regex, property)));
  }

  private static CodeBlock size(Size size, TypeModel type, String variable) {
    boolean isArray =
        (type instanceof TypeModel.Sequence sequence && sequence.kind() == SequenceKind.ARRAY)
            || (type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.BYTES);
    CodeBlock max =
        size.max() == Size.UNLIMITED
            ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
            : CodeBlock.of("$L", size.max());
    return isArray
        ? CodeBlock.of(
            "$1L == null || $2T.between($1L.length, $3L, $4L)",
            variable,
            TypeNames.CHECKS,
            size.min(),
            max)
        : call("size", CodeBlock.of("$L, $L, $L", variable, size.min(), max));
  }

  private CodeBlock bound(Bound bound, TypeModel type, String variable, String property) {
    ScalarKind kind = ((TypeModel.Scalar) type).kind();
    return switch (kind) {
      case BYTE, SHORT, INT, LONG -> whole(bound, variable, kind);
      case FLOAT, DOUBLE ->
          CodeBlock.of("$L $L $L", variable, operator(bound), fraction(bound, kind));
      default -> {
        String name = property + (bound.upper() ? "Max" : "Min");
        String limit = constants.limit(bound.limit(), name);
        yield call(
            bound.inclusive()
                ? bound.upper() ? "atMost" : "atLeast"
                : bound.upper() ? "lessThan" : "moreThan",
            CodeBlock.of("$L, $L", variable, limit));
      }
    };
  }

  private static String operator(Bound bound) {
    return bound.inclusive() ? bound.upper() ? "<=" : ">=" : bound.upper() ? "<" : ">";
  }

  /** A limit between two whole numbers means the one that is still allowed. */
  private static CodeBlock whole(Bound bound, String variable, ScalarKind kind) {
    BigDecimal limit =
        bound.limit().setScale(0, bound.upper() ? RoundingMode.FLOOR : RoundingMode.CEILING);
    boolean rounded = limit.compareTo(bound.limit()) != 0;
    String operator = rounded ? bound.upper() ? "<=" : ">=" : operator(bound);
    BigDecimal reachable = limit.max(MIN_LONG).min(MAX_LONG);
    boolean needsLong =
        kind == ScalarKind.LONG || reachable.longValue() != (int) reachable.longValue();
    return CodeBlock.of("$L $L $L$L", variable, operator, reachable, needsLong ? "L" : "");
  }

  private static String fraction(Bound bound, ScalarKind kind) {
    return kind == ScalarKind.FLOAT
        ? bound.limit().floatValue() + "f"
        : Double.toString(bound.limit().doubleValue());
  }
}
