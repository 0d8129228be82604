package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Custom;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.ValueModel;

/** Warns of the application's own constraints, which only a validator checks. */
final class CustomConstraints implements Rule {

  @Override
  public void check(ToolSetModel model, Report report) {
    for (ValueModel value : ArgumentValues.all(model)) {
      for (ConstraintModel constraint : value.constraints()) {
        if (constraint instanceof Custom) {
          Problem problem =
              isOnPlainParameter(value, model)
                  ? Problem.CONSTRAINT_UNCHECKED
                  : Problem.CONSTRAINT_BY_VALIDATOR;
          report.add(problem, constraint.origin(), constraint.name());
        }
      }
    }
    for (RecordModel type : ArgumentValues.records(model)) {
      for (ConstraintModel constraint : type.constraints()) {
        report.add(Problem.CONSTRAINT_BY_VALIDATOR, constraint.origin(), constraint.name());
      }
    }
  }

  private static boolean isOnPlainParameter(ValueModel value, ToolSetModel model) {
    for (RecordModel type : ArgumentValues.records(model)) {
      for (PropertyModel property : type.properties()) {
        if (!type.declared() && property.value().equals(value)) {
          return true;
        }
      }
    }
    return false;
  }
}
