package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Each tool has a name that the protocol allows, and no other has the same. */
final class ToolNames implements Rule {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  @Override
  public void check(ToolSetModel model, Report report) {
    Map<String, ToolModel> byName = new HashMap<>();
    for (ToolModel tool : model.tools()) {
      if (!NAME.matcher(tool.name()).matches()) {
        report.add(Problem.TOOL_NAME_INVALID, tool.origin(), tool.name());
      }
      ToolModel first = byName.putIfAbsent(tool.name(), tool);
      if (first != null) {
        String other = first.method().equals(tool.method()) ? "an overload" : first.method();
        report.add(Problem.TOOL_NAME_DUPLICATE, tool.origin(), other, tool.name());
      }
    }
  }
}
