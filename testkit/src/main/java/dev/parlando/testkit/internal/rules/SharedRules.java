package dev.parlando.testkit.internal.rules;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is the same in both dialects. */
final class SharedRules {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z0-9_-]+");

  static final Rule ID = Rule.string(32, IDENTIFIER);

  static final Rule TOOL_NAME = Rule.string(64, IDENTIFIER);

  static final Rule MAX_TOKENS = Rule.integerOr(Rule.integer(1, 4096), Rule.oneOf("inf"));

  static final Rule SPEED = Rule.number(0.25, 1.5);

  static final Rule METADATA = SharedRules::checkMetadata;

  static final Rule FUNCTION_TOOL =
      ObjectRule.fields()
          .required("type", Rule.oneOf("function"))
          .required("name", TOOL_NAME)
          .optional("description", Rule.string())
          .optional("parameters", Rule.openObject());

  static final Rule FUNCTION_CHOICE =
      ObjectRule.fields().required("type", Rule.oneOf("function")).required("name", Rule.string());

  static final Rule TRACING =
      Rule.stringOr(
              Rule.oneOf("auto"),
              ObjectRule.fields()
                  .optional("workflow_name", Rule.string())
                  .optional("group_id", Rule.string())
                  .optional("metadata", Rule.openObject()))
          .orNull();

  static final Rule FUNCTION_CALL =
      itemFields("function_call")
          .optional("call_id", ID)
          .required("name", TOOL_NAME)
          .required("arguments", Rule.string());

  static final Rule FUNCTION_CALL_OUTPUT =
      itemFields("function_call_output")
          .required("call_id", Rule.string())
          .required("output", Rule.string());

  static final Rule ITEM_REFERENCE =
      ObjectRule.fields()
          .required("type", Rule.oneOf("item_reference"))
          .required("id", Rule.string());

  private SharedRules() {}

  static ObjectRule itemFields(String type) {
    return ObjectRule.fields()
        .required("type", Rule.oneOf(type))
        .optional("id", ID)
        .optional("object", Rule.oneOf("realtime.item"))
        .optional("status", Rule.oneOf("completed", "incomplete", "in_progress"));
  }

  static Rule message(Map<String, Rule> contentByRole) {
    return Rule.tagged(
        "role",
        contentByRole.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry ->
                        itemFields("message")
                            .required("role", Rule.string())
                            .required("content", Rule.list(entry.getValue())))));
  }

  /** The modalities of an answer: one of several sets, in any order. */
  static Rule modalities(Set<Set<String>> sets) {
    return Rule.list(Rule.oneOf("text", "audio"))
        .and(
            (value, path) -> {
              Set<String> given =
                  value.values().stream().map(JsonNode::stringValue).collect(Collectors.toSet());
              if (!sets.contains(given)) {
                throw RefusedException.value(
                    path, "%s is no supported combination; use one of %s.".formatted(given, sets));
              }
            });
  }

  static Rule textPart(String type) {
    return ObjectRule.fields().required("type", Rule.oneOf(type)).required("text", Rule.string());
  }

  static Rule audioPart(String type) {
    return ObjectRule.fields()
        .required("type", Rule.oneOf(type))
        .optional("audio", Rule.string())
        .optional("transcript", Rule.string().orNull());
  }

  private static void checkMetadata(JsonNode value, String path) {
    Rule.openObject().check(value, path);
    if (value.size() > 16) {
      throw RefusedException.value(
          path, "at most 16 pairs are allowed, but got " + value.size() + ".");
    }
    for (Map.Entry<String, JsonNode> pair : value.properties()) {
      Rule.string().check(pair.getValue(), path + "." + pair.getKey());
      if (pair.getKey().length() > 64 || pair.getValue().stringValue().length() > 512) {
        throw RefusedException.value(
            path + "." + pair.getKey(), "keys have at most 64 and values at most 512 characters.");
      }
    }
  }
}
