package dev.parlando.testkit.internal.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings recorded server events in line with what the live client sent: its configuration, its
 * items and their ids, and the metadata of its responses come back as a server would give them.
 */
final class Adaptation {

  private final List<ObjectNode> items = new ArrayList<>();
  private final List<JsonNode> metadata = new ArrayList<>();
  private final Map<String, JsonNode> metadataByResponse = new HashMap<>();
  private final Map<String, ObjectNode> itemById = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private List<ObjectNode> updates = List.of();

  /** Takes note of what the live client sent. */
  void sent(ObjectNode event) {
    switch (event.path("type").asString("")) {
      case "session.update" -> {
        if (event.path("session") instanceof ObjectNode session) {
          List<ObjectNode> more = new ArrayList<>(updates);
          more.add(session);
          updates = more;
        }
      }
      case "conversation.item.create" -> {
        if (event.path("item") instanceof ObjectNode item) {
          items.add(item);
        }
      }
      case "response.create" -> metadata.add(event.at("/response/metadata"));
      default -> {
        // Nothing of it comes back.
      }
    }
  }

  /** The event as it is to be sent; changed in place. */
  ObjectNode adapt(ObjectNode event) {
    String type = event.path("type").asString("");
    if (type.equals("session.updated") && event.path("session") instanceof ObjectNode session) {
      updates.forEach(update -> overlay(session, update));
    }
    if (type.startsWith("conversation.item.") && event.path("item") instanceof ObjectNode item) {
      adaptItem(item);
    }
    if (event.path("response") instanceof ObjectNode response) {
      adaptResponse(type, response);
    }
    if (!ids.isEmpty()) {
      renameIds(event);
    }
    return event;
  }

  /** Only what the recorded session has too: the live client may speak of more. */
  private static void overlay(ObjectNode session, ObjectNode update) {
    for (Map.Entry<String, JsonNode> field : update.properties()) {
      JsonNode present = session.path(field.getKey());
      if (present instanceof ObjectNode inner && field.getValue() instanceof ObjectNode change) {
        overlay(inner, change);
      } else if (!present.isMissingNode()) {
        session.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  private void adaptItem(ObjectNode recorded) {
    String id = recorded.path("id").asString("");
    ObjectNode live = itemById.get(id);
    if (live == null) {
      live =
          items.stream()
              .filter(item -> Counterpart.matches(wrap(recorded), wrap(item)))
              .findFirst()
              .orElse(null);
      if (live == null) {
        return;
      }
      items.remove(live);
      itemById.put(id, live);
      if (live.path("id").isString()) {
        ids.put(id, live.path("id").stringValue());
      }
    }
    for (String field : List.of("output", "arguments", "content")) {
      if (live.has(field) && recorded.has(field)) {
        recorded.set(field, live.path(field).deepCopy());
      }
    }
  }

  private static ObjectNode wrap(ObjectNode item) {
    ObjectNode event = item.objectNode();
    event.set("item", item);
    return event;
  }

  private void adaptResponse(String type, ObjectNode response) {
    String id = response.path("id").asString("");
    if (type.equals("response.created") && !metadata.isEmpty()) {
      metadataByResponse.put(id, metadata.remove(0));
    }
    JsonNode own = metadataByResponse.get(id);
    if (own != null && own.isObject()) {
      response.set("metadata", own.deepCopy());
    }
  }

  private void renameIds(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        String name = field.getKey();
        boolean isId = name.equals("id") || name.endsWith("item_id");
        String renamed = isId ? ids.get(field.getValue().asString("")) : null;
        if (renamed != null) {
          object.put(name, renamed);
        } else {
          renameIds(field.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(this::renameIds);
    }
  }
}
