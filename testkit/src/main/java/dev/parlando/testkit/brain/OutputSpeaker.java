package dev.parlando.testkit.brain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says in a sentence what a tool put out. */
final class OutputSpeaker {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final Set<String> PLACES =
      Set.of("city", "location", "place", "country", "region", "town", "area", "room");

  private static final Set<String> UNITS = Set.of("unit", "units", "currency");

  private static final Set<String> DEGREES = Set.of("celsius", "fahrenheit");

  private OutputSpeaker() {}

  /**
   * @param tool the tool's name
   * @param arguments what it was called with, a JSON text
   * @param output what it put out
   */
  static String sentence(String tool, String arguments, String output) {
    JsonNode value = parse(output);
    String subject = Words.object(tool);
    if (value.isObject()) {
      return object(subject, parse(arguments), value);
    }
    if (value.isArray()) {
      return value.isEmpty()
          ? "I found nothing for " + subject + "."
          : "For " + subject + " I found " + list(value) + ".";
    }
    String text = value.asString("").strip();
    if (text.isEmpty()) {
      return "That is done.";
    }
    if (text.indexOf(' ') >= 0 || text.matches(".*[.!?]")) {
      return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
    return "The " + subject + " is " + text + ".";
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(text);
    }
  }

  private static String object(String subject, JsonNode arguments, JsonNode output) {
    JsonNode error = output.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      String what = error.isObject() ? error.path("message").asString("") : error.asString("");
      return "That didn't work: " + what.replaceAll("[.\\s]+$", "") + ".";
    }
    StringBuilder where = new StringBuilder();
    Map<String, JsonNode> facts = new LinkedHashMap<>();
    String unit = "";
    for (Map.Entry<String, JsonNode> field : output.properties()) {
      String name = Words.spoken(field.getKey());
      JsonNode value = field.getValue();
      if (UNITS.contains(name) && value.isString()) {
        unit = value.stringValue();
      } else if (value.isValueNode() && isContext(name, value, arguments)) {
        where.append(PLACES.contains(name) ? " in " : " for ").append(scalar(value));
      } else if (!value.isNull()) {
        facts.put(name, value);
      }
    }
    return facts.isEmpty()
        ? "The " + subject + where + " is done."
        : capital(sentence(subject, where.toString(), facts, unit)) + ".";
  }

  /** Whether a field only repeats what was asked for, or says where it was. */
  private static boolean isContext(String name, JsonNode value, JsonNode arguments) {
    boolean repeated =
        arguments.valueStream().anyMatch(argument -> scalar(argument).equals(scalar(value)));
    return PLACES.contains(name) || (repeated && value.isString());
  }

  private static String sentence(
      String subject, String where, Map<String, JsonNode> facts, String unit) {
    List<String> clauses = new ArrayList<>();
    String main = mainFact(subject, facts);
    JsonNode mainValue = facts.remove(main);
    if (mainValue != null) {
      clauses.add(clause("the " + subject + where, mainValue, unit));
    }
    boolean unitTold = mainValue != null && mainValue.isNumber();
    facts.forEach(
        (name, value) ->
            clauses.add(
                value.isBoolean()
                    ? (value.booleanValue() ? "it is " : "it is not ") + name
                    : clause("the " + name, value, unitTold ? "" : unit)));
    String joined = Words.enumerate(clauses);
    return mainValue == null ? "for " + subject + where + ", " + joined : joined;
  }

  /** The field that is named as the tool is, or the only one. */
  private static String mainFact(String subject, Map<String, JsonNode> facts) {
    Set<String> wanted = Words.telling(subject);
    for (Map.Entry<String, JsonNode> fact : facts.entrySet()) {
      boolean same = Words.telling(fact.getKey()).stream().anyMatch(wanted::contains);
      if (same && !fact.getValue().isBoolean()) {
        return fact.getKey();
      }
    }
    boolean single = facts.size() == 1 && facts.values().stream().noneMatch(JsonNode::isBoolean);
    return single ? facts.keySet().iterator().next() : "";
  }

  private static String clause(String what, JsonNode value, String unit) {
    if (value.isArray()) {
      return what + (value.size() == 1 ? " is " : " are ") + list(value);
    }
    if (value.isObject()) {
      return what + " has " + fields(value);
    }
    return what + " is " + scalar(value) + (value.isNumber() ? spokenUnit(value, unit) : "");
  }

  private static String spokenUnit(JsonNode value, String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    if (DEGREES.contains(lower)) {
      return (value.doubleValue() == 1 ? " degree " : " degrees ") + lower;
    }
    return unit.isEmpty() ? "" : " " + unit;
  }

  private static String list(JsonNode array) {
    return Words.enumerate(
        array.valueStream().map(each -> each.isObject() ? fields(each) : scalar(each)).toList());
  }

  private static String fields(JsonNode object) {
    return Words.enumerate(
        object
            .propertyStream()
            .filter(field -> !field.getValue().isNull())
            .map(
                field ->
                    Words.spoken(field.getKey())
                        + " "
                        + (field.getValue().isArray()
                            ? list(field.getValue())
                            : field.getValue().isObject()
                                ? fields(field.getValue())
                                : scalar(field.getValue())))
            .toList());
  }

  private static String scalar(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
