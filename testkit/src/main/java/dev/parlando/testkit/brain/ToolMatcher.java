package dev.parlando.testkit.brain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds the tool that has most words in common with a text. */
final class ToolMatcher {

  private static final int NAME = 3;
  private static final int ENUM_VALUE = 3;
  private static final int DESCRIPTION = 2;
  private static final int PROPERTY = 2;
  private static final int ENOUGH = 2;

  private final List<OfferedTool> tools;

  ToolMatcher(List<OfferedTool> tools) {
    this.tools = tools;
  }

  /** The best tool for a text, the first defined of equals; empty if none fits. */
  Optional<OfferedTool> best(String text) {
    Set<String> words = Words.telling(text);
    OfferedTool best = null;
    int bestScore = ENOUGH - 1;
    for (OfferedTool tool : tools) {
      int score = score(tool, words);
      if (score > bestScore) {
        best = tool;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int score(OfferedTool tool, Set<String> words) {
    int score = 0;
    Set<String> name = Words.telling(Words.spoken(tool.name()));
    Set<String> description = Words.telling(tool.description());
    Set<String> properties = propertyWords(tool.parameters());
    Set<String> values = enumWords(tool.parameters());
    for (String word : words) {
      if (name.contains(word)) {
        score += NAME;
      } else if (values.contains(word)) {
        score += ENUM_VALUE;
      } else if (description.contains(word)) {
        score += DESCRIPTION;
      } else if (properties.contains(word)) {
        score += PROPERTY;
      }
    }
    return score;
  }

  private static Set<String> propertyWords(JsonNode schema) {
    return schema
        .path("properties")
        .propertyStream()
        .flatMap(property -> Words.telling(Words.spoken(property.getKey())).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> enumWords(JsonNode schema) {
    return schema
        .path("properties")
        .propertyStream()
        .flatMap(property -> property.getValue().path("enum").valueStream())
        .filter(JsonNode::isString)
        .flatMap(value -> Words.telling(Words.spoken(value.stringValue())).stream())
        .collect(Collectors.toSet());
  }
}
