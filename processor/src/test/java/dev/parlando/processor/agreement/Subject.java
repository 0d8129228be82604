package dev.parlando.processor.agreement;

import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One tool under test, with its schema and a judge of it. */
final class Subject {

  private final Tools tools;
  private final String name;
  private final JsonNode schema;
  private final Judge judge;
  private final boolean hasChoice;

  Subject(Tools tools, String name) {
    this.tools = tools;
    this.name = name;
    schema = tools.schema(name);
    judge = new Judge(schema);
    hasChoice = schema.toString().contains("\"anyOf\"");
  }

  static List<Subject> all(Tools tools) {
    return tools.set().definitions().stream().map(it -> new Subject(tools, it.name())).toList();
  }

  String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }

  Tools tools() {
    return tools;
  }

  JsonNode schema() {
    return schema;
  }

  Judge judge() {
    return judge;
  }

  /** Why the tool and its schema don't agree on a document; empty if they do. */
  String disagreement(JsonNode document) {
    Set<String> wrong = judge.wrongPlaces(document);
    List<Violation> violations = violations(document);
    if (wrong.isEmpty()) {
      return violations.isEmpty() ? misread(document) : needlessly(violations, document);
    }
    if (violations.isEmpty()) {
      return "accepted, but wrong at " + wrong;
    }
    Set<String> named =
        violations.stream()
            .filter(each -> wrong.contains(each.path()) || !Limits.explains(each, document))
            .map(Violation::path)
            .collect(Collectors.toSet());
    // Of a choice, a validator reports what is wrong with every variant; we, with the one meant.
    boolean agree =
        wrong.containsAll(named)
            && (hasChoice
                || wrong.stream()
                    .allMatch(each -> named.contains(each) || isMoot(each, violations)));
    return agree
        ? misrepaired(document, wrong)
        : "wrong at " + wrong + ", refused for " + violations;
  }

  /**
   * We don't look into the value of an impossible key, nor count a set with impossible elements.
   */
  private static boolean isMoot(String place, List<Violation> violations) {
    return violations.stream()
        .map(Violation::path)
        .anyMatch(
            path ->
                path.startsWith(place + "[")
                    || place.startsWith(path + "[")
                    || place.startsWith(path + "."));
  }

  /** Decodes arguments, to see whether that works. */
  void prepare(String arguments, boolean repairs) throws InvalidArgumentsException {
    tools.set().prepare(new ToolCall("c", name, arguments), tools.options().withLenient(repairs));
  }

  private List<Violation> violations(JsonNode document) {
    try {
      prepare(document.toString(), false);
      return List.of();
    } catch (InvalidArgumentsException e) {
      return e.violations();
    }
  }

  private static String needlessly(List<Violation> violations, JsonNode document) {
    List<Violation> unexplained =
        violations.stream().filter(each -> !Limits.explains(each, document)).toList();
    return unexplained.isEmpty() ? "" : "valid, but refused for " + unexplained;
  }

  private String misread(JsonNode document) {
    if (schema.get("properties").isEmpty()) {
      return "";
    }
    String answer = tools.withoutRepairs().call(name, document.toString());
    return new StatedValue(schema)
        .difference(document, Json.parse(answer))
        .map(difference -> "misread: " + difference)
        .orElse("");
  }

  /** An invalid document may be taken only by repairs, one for each place that is wrong. */
  private String misrepaired(JsonNode document, Set<String> wrong) {
    List<Repair> repairs = new ArrayList<>();
    try {
      tools
          .set()
          .prepare(
              new ToolCall("c", name, document.toString()),
              tools.options().withLenient(true).withRepairListener(repairs::add));
    } catch (InvalidArgumentsException e) {
      return "";
    }
    Set<String> repaired = repairs.stream().map(Repair::path).collect(Collectors.toSet());
    boolean eachRepaired =
        wrong.stream().allMatch(place -> repaired.stream().anyMatch(place::startsWith));
    return (hasChoice ? !repairs.isEmpty() : eachRepaired)
        ? ""
        : "wrong at " + wrong + ", taken with repairs at " + repaired;
  }
}
