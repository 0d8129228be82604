package dev.parlando.testkit.lock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the keywords of two schemas that hold no schemas themselves. */
final class KeywordComparison {

  /** Those of which any value is a restriction, and another value another restriction. */
  private static final List<String> RESTRICTIONS =
      List.of("const", "format", "contentEncoding", "uniqueItems");

  private static final Set<String> COMPARED_ELSEWHERE =
      Set.of(
          "$ref",
          "$defs",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "propertyNames",
          "type",
          "enum",
          "pattern",
          "allOf",
          "multipleOf",
          "description",
          "default");

  private KeywordComparison() {}

  static void compare(JsonNode before, JsonNode after, Changes changes) {
    type(before, after, changes);
    values(before.path("enum"), after.path("enum"), changes.at("enum"));
    LimitComparison.compare(before, after, changes);
    RESTRICTIONS.forEach(keyword -> restriction(keyword, before, after, changes));
    multipleOf(before.path("multipleOf"), after.path("multipleOf"), changes.at("multipleOf"));
    patterns(before, after, changes);
    description(before, after, changes);
    defaultValue(before, after, changes);
    unknown(before, after, changes);
  }

  private static void type(JsonNode before, JsonNode after, Changes changes) {
    String old = before.path("type").asString("");
    String now = after.path("type").asString("");
    if (old.equals(now)) {
      return;
    }
    boolean wider =
        (now.isEmpty() && !after.has("anyOf")) || (old.equals("integer") && now.equals("number"));
    changes
        .at("type")
        .add(
            wider ? ChangeKind.WIDENING : ChangeKind.BREAKING,
            "%s, was %s".formatted(now.isEmpty() ? "any" : now, old.isEmpty() ? "any" : old));
  }

  private static void values(JsonNode before, JsonNode after, Changes changes) {
    if (before.isMissingNode() && after.isMissingNode()) {
      return;
    }
    if (before.isMissingNode()) {
      changes.breaking("only " + CanonicalJson.compact(after) + ", was any value");
      return;
    }
    if (after.isMissingNode()) {
      changes.widening("any value, was only " + CanonicalJson.compact(before));
      return;
    }
    Set<JsonNode> old = elements(before);
    Set<JsonNode> now = elements(after);
    old.stream()
        .filter(value -> !now.contains(value))
        .forEach(value -> changes.breaking("without " + value));
    now.stream()
        .filter(value -> !old.contains(value))
        .forEach(value -> changes.widening("also " + value));
    if (old.equals(now) && !before.equals(after)) {
      changes.wording("in another order");
    }
  }

  private static Set<JsonNode> elements(JsonNode array) {
    Set<JsonNode> elements = new LinkedHashSet<>();
    array.forEach(elements::add);
    return elements;
  }

  private static void restriction(
      String keyword, JsonNode before, JsonNode after, Changes changes) {
    JsonNode old = before.path(keyword);
    JsonNode now = after.path(keyword);
    if (old.equals(now)) {
      return;
    }
    if (now.isMissingNode()) {
      changes.at(keyword).widening("gone, was " + old);
    } else {
      changes
          .at(keyword)
          .breaking(old.isMissingNode() ? "new: " + now : "%s, was %s".formatted(now, old));
    }
  }

  private static void multipleOf(JsonNode old, JsonNode now, Changes changes) {
    if (old.isMissingNode() && now.isMissingNode()) {
      return;
    }
    if (old.isMissingNode()) {
      changes.breaking("new: " + now);
    } else if (now.isMissingNode()) {
      changes.widening("gone, was " + old);
    } else if (now.decimalValue().compareTo(old.decimalValue()) != 0) {
      boolean finer =
          old.decimalValue().remainder(now.decimalValue()).compareTo(BigDecimal.ZERO) == 0;
      changes.add(
          finer ? ChangeKind.WIDENING : ChangeKind.BREAKING, "%s, was %s".formatted(now, old));
    }
  }

  /** One pattern stands alone, several in {@code allOf}; a value must match each of them. */
  private static void patterns(JsonNode before, JsonNode after, Changes changes) {
    Set<String> old = patterns(before);
    Set<String> now = patterns(after);
    List<String> gone = new ArrayList<>(old);
    gone.removeAll(now);
    List<String> added = new ArrayList<>(now);
    added.removeAll(old);
    Changes here = changes.at("pattern");
    if (gone.size() == 1 && added.size() == 1) {
      here.breaking("%s, was %s".formatted(added.get(0), gone.get(0)));
    } else {
      gone.forEach(pattern -> here.widening("gone, was " + pattern));
      added.forEach(pattern -> here.breaking("new: " + pattern));
    }
  }

  private static Set<String> patterns(JsonNode schema) {
    Set<String> patterns = new LinkedHashSet<>();
    if (schema.has("pattern")) {
      patterns.add(schema.path("pattern").asString());
    }
    schema.path("allOf").forEach(each -> patterns.add(each.path("pattern").asString("")));
    return patterns;
  }

  static void description(JsonNode before, JsonNode after, Changes changes) {
    String old = before.path("description").asString("");
    String now = after.path("description").asString("");
    if (!old.equals(now)) {
      changes
          .at("description")
          .wording(
              old.isEmpty()
                  ? "described now"
                  : now.isEmpty() ? "no longer described" : "described in other words");
    }
  }

  /** What a call means that leaves the property out. */
  static void defaultValue(JsonNode before, JsonNode after, Changes changes) {
    JsonNode old = before.path("default");
    JsonNode now = after.path("default");
    if (old.equals(now)) {
      return;
    }
    if (old.isMissingNode()) {
      changes.at("default").widening("new: " + now);
    } else {
      changes
          .at("default")
          .breaking("%s, was %s".formatted(now.isMissingNode() ? "none" : now, old));
    }
  }

  private static void unknown(JsonNode before, JsonNode after, Changes changes) {
    Set<String> keywords = new LinkedHashSet<>(before.propertyNames());
    keywords.addAll(after.propertyNames());
    keywords.removeAll(COMPARED_ELSEWHERE);
    keywords.removeAll(RESTRICTIONS);
    keywords.removeAll(LimitComparison.KEYWORDS);
    for (String keyword : keywords) {
      if (!before.path(keyword).equals(after.path(keyword))) {
        changes.at(keyword).breaking("changed, and it isn't known what it means");
      }
    }
  }
}
