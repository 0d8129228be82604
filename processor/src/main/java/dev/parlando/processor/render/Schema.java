package dev.parlando.processor.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One schema in the making: its keywords in order, and its description. */
final class Schema {

  private final Map<String, Object> keywords = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Sentences description;
  private boolean silent;

  Schema(String description) {
    this.description = new Sentences(description);
    silent = description.isEmpty();
  }

  void put(String keyword, Object value) {
    keywords.put(keyword, value);
  }

  /** Adds to the description. */
  void describe(String sentence) {
    description.add(sentence);
  }

  /** Describes what nobody described at the place where it is used. */
  void describeIfSilent(String sentence) {
    if (silent) {
      silent = sentence.isEmpty();
      description.add(sentence);
    }
  }

  void pattern(String regexp) {
    if (!patterns.contains(regexp)) {
      patterns.add(regexp);
    }
  }

  /** Sets a keyword like {@code minimum}, unless it is stricter already. */
  void atLeast(String keyword, BigDecimal value) {
    BigDecimal before = (BigDecimal) keywords.get(keyword);
    keywords.put(keyword, before == null ? value : before.max(value));
  }

  /** Sets a keyword like {@code maximum}, unless it is stricter already. */
  void atMost(String keyword, BigDecimal value) {
    BigDecimal before = (BigDecimal) keywords.get(keyword);
    keywords.put(keyword, before == null ? value : before.min(value));
  }

  Map<String, Object> toMap() {
    Map<String, Object> schema = new LinkedHashMap<>();
    String text = description.text();
    if (keywords.containsKey("type")) {
      schema.put("type", Objects.requireNonNull(keywords.get("type")));
    }
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
    schema.putAll(keywords);
    if (patterns.size() == 1) {
      schema.put("pattern", patterns.get(0));
    } else if (!patterns.isEmpty()) {
      // A schema has one pattern; all of them must match.
      schema.put("allOf", patterns.stream().map(pattern -> Map.of("pattern", pattern)).toList());
    }
    return schema;
  }
}
