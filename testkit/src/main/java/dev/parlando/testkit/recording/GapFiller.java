package dev.parlando.testkit.recording;

import dev.parlando.testkit.speech.ToneSpeech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes printed events: contents from the transcripts, outputs of responses from their items,
 * tools from their calls, audio from tones.
 */
final class GapFiller {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<RecordedEvent> events;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> outputs = new LinkedHashMap<>();
  private int unnamed;

  private GapFiller(List<RecordedEvent> events) {
    this.events = events;
  }

  /** The same events, completed in place. */
  static List<RecordedEvent> fill(List<RecordedEvent> events) {
    new GapFiller(events).fill();
    return events;
  }

  private void fill() {
    collectTexts();
    ArrayNode tools = tools();
    ObjectNode content = NODES.objectNode();
    for (RecordedEvent recorded : events) {
      ObjectNode event = recorded.event();
      if (!event.has("event_id")) {
        event.put("event_id", "event_unprinted_" + ++unnamed);
      }
      if (recorded.type().equals("response.content_part.added")) {
        content = event;
      } else if (recorded.type().endsWith("audio.delta")) {
        copyIds(content, event);
      }
      if (isGap(event.path("session").path("tools").path(0))) {
        ((ObjectNode) event.path("session")).set("tools", tools.deepCopy());
      }
      if (event.path("item") instanceof ObjectNode item) {
        fillContent(item);
      }
      if (recorded.type().equals("response.output_item.done")) {
        outputs
            .computeIfAbsent(event.path("response_id").asString(""), id -> new ArrayList<>())
            .add((ObjectNode) event.path("item"));
      }
      if (event.path("response") instanceof ObjectNode response) {
        fillResponse(response);
      }
    }
    fillAudio();
  }

  private void collectTexts() {
    for (RecordedEvent recorded : events) {
      ObjectNode event = recorded.event();
      if (recorded.type().endsWith("transcript.done")) {
        texts.put(event.path("item_id").asString(""), event.path("transcript").asString(""));
      } else if (recorded.type().endsWith("text.done")) {
        texts.put(event.path("item_id").asString(""), event.path("text").asString(""));
      }
    }
  }

  /** One for each function that was called, taking strings. */
  private ArrayNode tools() {
    Map<String, ObjectNode> tools = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      String name = recorded.event().path("name").asString("");
      if (recorded.type().equals("response.function_call_arguments.done") && !name.isEmpty()) {
        ObjectNode tool = NODES.objectNode().put("type", "function").put("name", name);
        ObjectNode properties =
            tool.putObject("parameters").put("type", "object").putObject("properties");
        argumentNames(recorded.event().path("arguments").asString("{}"))
            .forEach(argument -> properties.putObject(argument).put("type", "string"));
        tools.putIfAbsent(name, tool);
      }
    }
    return NODES.arrayNode().addAll(tools.values());
  }

  private static List<String> argumentNames(String arguments) {
    try {
      return List.copyOf(JsonMapper.shared().readTree(arguments).propertyNames());
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private void fillContent(ObjectNode item) {
    if (!isGap(item.path("content").path(0))) {
      return;
    }
    String said = texts.get(item.path("id").asString(""));
    ObjectNode part = NODES.objectNode();
    if ("assistant".equals(item.path("role").asString("")) && said != null) {
      part.put("type", "audio").put("transcript", said);
    } else {
      part.put("type", "input_audio").putNull("transcript");
    }
    item.putArray("content").add(part);
  }

  private void fillResponse(ObjectNode response) {
    if (isGap(response.path("output").path(0))) {
      ArrayNode output = response.putArray("output");
      outputs
          .getOrDefault(response.path("id").asString(""), List.of())
          .forEach(item -> output.add(item.deepCopy()));
    }
    if (response.path("usage") instanceof ObjectNode usage) {
      fillTokens(usage, "input");
      fillTokens(usage, "output");
    }
  }

  /** How the tokens were divided isn't known; they are all counted as text. */
  private static void fillTokens(ObjectNode usage, String direction) {
    String field = direction + "_token_details";
    if (isGap(usage.path(field))) {
      usage
          .putObject(field)
          .put("text_tokens", usage.path(direction + "_tokens").asInt(0))
          .put("audio_tokens", 0);
    }
  }

  private static void copyIds(ObjectNode from, ObjectNode to) {
    for (String name : List.of("response_id", "item_id", "output_index", "content_index")) {
      if (!to.has(name) && from.has(name)) {
        to.set(name, from.path(name));
        to.put("delta", ConsoleLogReader.GAP);
      }
    }
  }

  /** Divides the audio of an item's text among its deltas that were not printed. */
  private void fillAudio() {
    for (Map.Entry<String, String> said : texts.entrySet()) {
      List<ObjectNode> deltas =
          events.stream()
              .map(RecordedEvent::event)
              .filter(event -> said.getKey().equals(event.path("item_id").asString("")))
              .filter(event -> isGap(event.path("delta")))
              .toList();
      byte[] audio = ToneSpeech.pcm16(said.getValue());
      for (int i = 0; i < deltas.size(); i++) {
        byte[] part = Arrays.copyOfRange(audio, cut(audio, i, deltas), cut(audio, i + 1, deltas));
        deltas.get(i).put("delta", Base64.getEncoder().encodeToString(part));
      }
    }
  }

  private static int cut(byte[] audio, int index, List<ObjectNode> deltas) {
    return (int) ((long) audio.length / 2 * index / deltas.size()) * 2;
  }

  private static boolean isGap(JsonNode node) {
    return ConsoleLogReader.GAP.equals(node.asString(""));
  }
}
