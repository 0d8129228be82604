package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ToolSetModel;
import java.util.List;

/** All rules. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          new ToolNames(),
          new Descriptions(),
          new PropertyNames(),
          new ConstraintFit(),
          new Contradictions(),
          new Patterns(),
          new DefaultValues(),
          new CustomConstraints(),
          new Instructions());

  private Rules() {}

  /** Reports whatever is wrong with a class's tools. */
  public static void check(ToolSetModel model, Report report) {
    for (Rule rule : ALL) {
      rule.check(model, report);
    }
  }
}
