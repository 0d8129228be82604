package dev.parlando.testkit.recording;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hides in the events of one connection what is not to be recorded. Not thread-safe. */
final class EventMask {

  private static final String HIDDEN = "***";

  /** Whatever stands in these is a secret: of ephemeral keys and of remote tools. */
  private static final Set<String> SECRETS =
      Set.of("client_secret", "authorization", "headers", "api_key", "api-key");

  /** Keys that found their way into a text. */
  private static final Pattern KEY = Pattern.compile("\\b(?:sk|ek)[-_][A-Za-z0-9_-]{16,}");

  private final List<ToolSet> tools;
  private final boolean keepsAudio;
  private final Map<String, String> nameByCall = new HashMap<>();

  EventMask(List<ToolSet> tools, boolean keepsAudio) {
    this.tools = tools;
    this.keepsAudio = keepsAudio;
  }

  /** The event without it; changed in place. */
  ObjectNode masked(ObjectNode event) {
    String type = event.path("type").asString("");
    if (!keepsAudio) {
      dropAudio(event, type);
    }
    if (event.path("item") instanceof ObjectNode item) {
      maskItem(item);
    }
    for (JsonNode output : event.at("/response/output")) {
      maskItem((ObjectNode) output);
    }
    if (type.startsWith("response.function_call_arguments.")) {
      maskArguments(event, type);
    }
    maskSecrets(event);
    return event;
  }

  private static void dropAudio(ObjectNode event, String type) {
    if (type.equals("input_audio_buffer.append")) {
      event.put("audio", "");
    } else if (type.endsWith("audio.delta")) {
      event.put("delta", "");
    }
    for (JsonNode part : event.at("/item/content")) {
      if (part instanceof ObjectNode content && content.has("audio")) {
        content.put("audio", "");
      }
    }
  }

  private void maskItem(ObjectNode item) {
    String callId = item.path("call_id").asString("");
    if (item.path("type").asString("").equals("function_call")) {
      String name = item.path("name").asString("");
      nameByCall.put(callId, name);
      String arguments = item.path("arguments").asString("");
      if (!arguments.isEmpty()) {
        item.put("arguments", shown(callId, name, arguments));
      }
    } else if (item.path("type").asString("").equals("function_call_output")
        && definition(nameByCall.getOrDefault(callId, ""))
            .filter(tool -> tool.policy().sensitive())
            .isPresent()) {
      item.put("output", HIDDEN);
    }
  }

  private void maskArguments(ObjectNode event, String type) {
    String callId = event.path("call_id").asString("");
    String name = nameByCall.getOrDefault(callId, event.path("name").asString(""));
    if (type.endsWith(".done")) {
      event.put("arguments", shown(callId, name, event.path("arguments").asString("")));
    } else if (shown(callId, name, "?").equals(HIDDEN)) {
      // A tool with sensitive parameters shows nothing of what is no JSON; nor does a piece.
      event.put("delta", "");
    }
  }

  private String shown(String callId, String name, String arguments) {
    return tools.stream()
        .filter(set -> set.definitions().stream().anyMatch(tool -> tool.name().equals(name)))
        .findFirst()
        .map(set -> set.masked(new ToolCall(callId, name, arguments)))
        .orElse(arguments);
  }

  private Optional<ToolDefinition> definition(String name) {
    return tools.stream()
        .flatMap(set -> set.definitions().stream())
        .filter(tool -> tool.name().equals(name))
        .findFirst();
  }

  private static void maskSecrets(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        JsonNode value = field.getValue();
        if (SECRETS.contains(field.getKey()) && !value.isNull()) {
          object.set(field.getKey(), hidden(value));
        } else if (value.isString()) {
          object.put(field.getKey(), withoutKeys(value.stringValue()));
        } else {
          maskSecrets(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(EventMask::maskSecrets);
    }
  }

  /** Of the same form, so that the event keeps to its schema. */
  private static JsonNode hidden(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      return JsonNodeFactory.instance.stringNode(HIDDEN);
    }
    ObjectNode copy = object.objectNode();
    object
        .properties()
        .forEach(
            field ->
                copy.set(
                    field.getKey(),
                    field.getValue().isNumber()
                        ? field.getValue()
                        : JsonNodeFactory.instance.stringNode(HIDDEN)));
    return copy;
  }

  private static String withoutKeys(String text) {
    // Audio is long, and never holds a key.
    return text.length() > 100_000 ? text : KEY.matcher(text).replaceAll(HIDDEN);
  }
}
