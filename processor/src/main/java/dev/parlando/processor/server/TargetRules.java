package dev.parlando.processor.server;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.render.DefinitionsRenderer;
import dev.parlando.processor.render.ToolSchema;
import dev.parlando.processor.server.Target.Feature;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reports what the servers that the tools are for would refuse. */
public final class TargetRules {

  private final Targets targets;
  private final ToolSetModel model;
  private final DefinitionsRenderer definitions;

  /** Rules for one class's tools. */
  public TargetRules(Targets targets, ToolSetModel model, DefinitionsRenderer definitions) {
    this.targets = targets;
    this.model = model;
    this.definitions = definitions;
  }

  /** Reports what would be refused. */
  public void check(Report report) {
    for (String name : targets.unknown()) {
      String what = name.isEmpty() ? "nothing between two commas" : name + ", which is no server";
      report.add(Problem.TARGET_UNKNOWN, model.origin(), what, Targets.known());
    }
    int count = model.tools().size();
    for (Target target : targets.overrunBy(count)) {
      report.add(Problem.TOO_MANY_TOOLS, model.origin(), count, target.id(), target.maxTools());
    }
    for (ToolModel tool : model.tools()) {
      ToolSchema schema = definitions.schema(tool);
      if (targets.mayBeStrict() && !schema.strict().obstacle().isEmpty()) {
        report.add(Problem.STRICT_IMPOSSIBLE, tool.origin(), schema.strict().obstacle());
      }
      if (targets.isAnyNamed()) {
        new Visit(tool, report).tool(schema.plain());
      }
    }
  }

  /** Looks at each part of one tool's schema. */
  private final class Visit {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final int MAX_DESCRIPTION = 1024;

    private final ToolModel tool;
    private final Report report;

    private Visit(ToolModel tool, Report report) {
      this.tool = tool;
      this.report = report;
    }

    private void tool(Map<String, Object> schema) {
      schema(schema, "", true);
      if (schema.get("$defs") instanceof Map<?, ?> recursive) {
        String name = String.valueOf(recursive.keySet().iterator().next());
        refused(
            Feature.RECURSION,
            name + ", which contains itself",
            "End the chain with a type that does not.");
        recursive.forEach((type, each) -> schema(each, type.toString(), false));
      }
    }

    private void refused(Feature feature, String what, String advice) {
      String servers = targets.refusing(feature);
      if (!servers.isEmpty()) {
        report.add(Problem.TARGET_REFUSES, tool.origin(), servers, what, advice);
      }
    }

    private void schema(Object part, String path, boolean atTop) {
      Map<?, ?> schema = (Map<?, ?>) part;
      if (!schema.containsKey("type")
          && !schema.containsKey("$ref")
          && !schema.containsKey("anyOf")) {
        refused(Feature.ANY_VALUE, path + ", which has no type", "Say what it is.");
      }
      if (schema.containsKey("uniqueItems")) {
        refused(Feature.UNIQUE_ITEMS, "uniqueItems at " + path, "Take a List instead of a Set.");
      }
      if (schema.containsKey("propertyNames")) {
        refused(Feature.NAMES_OF_A_KIND, "propertyNames at " + path, "Use String as the key.");
      }
      if (String.valueOf(schema.get("description")).length() > MAX_DESCRIPTION) {
        refused(
            Feature.LONG_DESCRIPTION,
            "more than " + MAX_DESCRIPTION + " characters of description at " + path,
            "Shorten it.");
      }
      if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
        refused(
            Feature.OPEN_NAMES,
            path + ", whose names may be any",
            "Take a list of records with a name and a value.");
        schema(values, path + ".*", false);
      }
      if (schema.get("properties") instanceof Map<?, ?> properties) {
        for (Map.Entry<?, ?> each : properties.entrySet()) {
          property(String.valueOf(each.getKey()), each.getValue(), path, atTop);
        }
      }
      if (schema.get("items") instanceof Map<?, ?> items) {
        schema(items, path + "[]", false);
      }
      if (schema.get("anyOf") instanceof List<?> choices) {
        for (Object each : choices) {
          schema(each, path, false);
        }
      }
    }

    private void property(String name, Object schema, String path, boolean atTop) {
      if (atTop && !PLAIN_NAME.matcher(name).matches()) {
        refused(
            Feature.NAME_OF_OTHER_SIGNS,
            "the name \"" + name + "\"",
            "Use 1 to 64 ASCII letters, digits, dots, hyphens and underscores.");
      }
      schema(schema, path.isEmpty() ? name : path + "." + name, false);
    }
  }
}
