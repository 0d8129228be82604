package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;

/** Each tool has a description, no longer than servers accept. */
final class Descriptions implements Rule {

  private static final int MAX_LENGTH = 1024;

  @Override
  public void check(ToolSetModel model, Report report) {
    for (ToolModel tool : model.tools()) {
      int length = tool.description().length();
      if (tool.description().isBlank()) {
        report.add(Problem.TOOL_DESCRIPTION_MISSING, tool.origin());
      } else if (length > MAX_LENGTH) {
        report.add(Problem.DESCRIPTION_TOO_LONG, tool.origin(), length, MAX_LENGTH);
      }
    }
  }
}
