package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.pattern.PortablePattern;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions are correct, and as servers read them. */
final class Patterns implements Rule {

  @Override
  public void check(ToolSetModel model, Report report) {
    for (ValueModel value : ArgumentValues.all(model)) {
      for (ConstraintModel constraint : value.constraints()) {
        if (constraint instanceof Regex regex) {
          check(regex, report);
        } else if (constraint instanceof ConstraintModel.Email email) {
          check(email.asRegex(), report);
        }
      }
    }
  }

  private static void check(Regex regex, Report report) {
    try {
      Pattern.compile(regex.regexp());
    } catch (PatternSyntaxException e) {
      report.add(Problem.PATTERN_INVALID, regex.origin(), regex.regexp(), e.getDescription());
      return;
    }
    PortablePattern.of(regex)
        .foreignPart()
        .ifPresent(part -> report.add(Problem.PATTERN_NOT_PORTABLE, regex.origin(), part));
  }
}
