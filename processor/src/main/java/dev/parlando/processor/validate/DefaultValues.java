package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.NotBlank;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.DefaultText;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.WrapperModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A default is a value that the model could have sent. */
final class DefaultValues implements Rule {

  @Override
  public void check(ToolSetModel model, Report report) {
    for (RecordModel type : ArgumentValues.records(model)) {
      for (PropertyModel property : type.properties()) {
        if (property.defaultValue().isPresent()) {
          check(property, property.defaultValue().get(), model.arguments(), report);
        }
      }
    }
  }

  private static void check(PropertyModel property, String text, TypeTable types, Report report) {
    TypeModel type = property.value().type();
    DefaultText defaults = new DefaultText(types);
    if (type instanceof TypeModel.Any) {
      return;
    }
    if (!defaults.isPossible(type)) {
      String name = type.javaType().shortName();
      report.add(Problem.DEFAULT_UNSUPPORTED, property.origin(), name);
      return;
    }
    Optional<Object> json = defaults.json(type, text);
    if (json.isEmpty()) {
      String fault = "is no " + type.javaType().shortName();
      report.add(Problem.DEFAULT_INVALID, property.origin(), text, fault);
      return;
    }
    for (ConstraintModel constraint : constraints(property.value(), types)) {
      if (!holds(constraint, json.get())) {
        String fault = "violates @" + constraint.name();
        report.add(Problem.DEFAULT_INVALID, property.origin(), text, fault);
      }
    }
  }

  /** The constraints on a value, and on what it stands for. */
  private static List<ConstraintModel> constraints(ValueModel value, TypeTable types) {
    List<ConstraintModel> constraints = new ArrayList<>(value.constraints());
    if (value.type() instanceof TypeModel.Declared declared
        && types.get(declared) instanceof WrapperModel wrapper) {
      constraints.addAll(constraints(wrapper.value(), types));
    }
    return constraints;
  }

  private static boolean holds(ConstraintModel constraint, Object json) {
    if (json instanceof String text) {
      return holdsForText(constraint, text);
    }
    if (json instanceof BigDecimal number) {
      return holdsForNumber(constraint, number);
    }
    return !(constraint instanceof Truth truth) || json.equals(truth.value());
  }

  private static boolean holdsForText(ConstraintModel constraint, String text) {
    if (constraint instanceof NotBlank) {
      return !text.trim().isEmpty();
    } else if (constraint instanceof Size size) {
      int length = text.codePointCount(0, text.length());
      return size.min() <= length && length <= size.max();
    } else if (constraint instanceof Regex regex && regex.flags().isEmpty()) {
      return matches(regex.regexp(), text);
    } else if (constraint instanceof Bound || constraint instanceof Digits) {
      return number(text).filter(number -> holdsForNumber(constraint, number)).isPresent();
    }
    return true;
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean matches(String regexp, String text) {
    try {
      return Pattern.matches(regexp, text);
    } catch (PatternSyntaxException e) {
      // Another rule reports it.
      return true;
    }
  }

  private static boolean holdsForNumber(ConstraintModel constraint, BigDecimal number) {
    if (constraint instanceof Bound bound) {
      int order = number.compareTo(bound.limit());
      return (bound.inclusive() && order == 0) || (bound.upper() ? order < 0 : order > 0);
    } else if (constraint instanceof Digits digits) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.precision() - stripped.scale() <= digits.integer()
          && stripped.scale() <= digits.fraction();
    }
    return true;
  }
}
