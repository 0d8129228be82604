package dev.parlando.testkit.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Infers from the server's events what the client must have sent before them. */
final class ImpliedEvents {

  private final List<RecordedEvent> complete = new ArrayList<>();
  private final Set<String> knownItems = new HashSet<>();
  private boolean speechEnded;
  private boolean turnToAnswer;

  private ImpliedEvents() {}

  static List<RecordedEvent> insert(List<RecordedEvent> serverEvents) {
    ImpliedEvents implied = new ImpliedEvents();
    for (RecordedEvent event : serverEvents) {
      implied.inferBefore(event);
      implied.complete.add(event);
    }
    return implied.complete;
  }

  private void inferBefore(RecordedEvent recorded) {
    ObjectNode event = recorded.event();
    switch (recorded.type()) {
      case "session.updated" -> {
        ObjectNode update = client(recorded, "session.update");
        update.set("session", event.path("session").deepCopy());
      }
      case "input_audio_buffer.speech_started" ->
          client(recorded, "input_audio_buffer.append").put("audio", "");
      case "input_audio_buffer.speech_stopped" -> speechEnded = true;
      case "input_audio_buffer.committed" -> {
        if (!speechEnded) {
          client(recorded, "input_audio_buffer.append").put("audio", "");
          client(recorded, "input_audio_buffer.commit");
        }
        turnToAnswer = speechEnded;
        speechEnded = false;
        knownItems.add(event.path("item_id").asString(""));
      }
      case "response.output_item.added" -> knownItems.add(event.at("/item/id").asString(""));
      case "conversation.item.created", "conversation.item.added" -> {
        if (knownItems.add(event.at("/item/id").asString(""))) {
          client(recorded, "conversation.item.create").set("item", event.path("item").deepCopy());
        }
      }
      case "response.created" -> {
        if (!turnToAnswer) {
          client(recorded, "response.create");
        }
        turnToAnswer = false;
      }
      case "conversation.item.truncated",
          "conversation.item.deleted",
          "conversation.item.retrieved" ->
          client(recorded, recorded.type().replaceFirst("d$", ""));
      default -> {
        // Everything else follows from what the server did before.
      }
    }
  }

  private ObjectNode client(RecordedEvent before, String type) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
    complete.add(new RecordedEvent(RecordedEvent.Side.CLIENT, before.atMillis(), event));
    return event;
  }
}
