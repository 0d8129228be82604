package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.rules.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The effective configuration of a session, exactly as it is echoed. */
final class EffectiveConfig {

  /** Objects that an update reaches into; any other object is replaced as a whole. */
  private static final Set<String> MERGED = Set.of("audio", "input", "output");

  private final DialectForm shape;
  private ObjectNode tree;

  EffectiveConfig(DialectForm shape, ObjectNode tree) {
    this.shape = shape;
    this.tree = tree;
  }

  ObjectNode echo() {
    return tree.deepCopy();
  }

  /**
   * Takes over an update whose fields have been checked.
   *
   * @param spoken whether there has been audio of the assistant
   * @throws RefusedException if the update can't be made now; nothing has changed then
   */
  void update(ObjectNode update, boolean spoken) {
    refuseChange(update, "model");
    refuseChange(update, "type");
    ObjectNode next = tree.deepCopy();
    merge(next, update);
    shape.complete(next);
    if (spoken && !next.at(shape.at(ConfigField.VOICE)).equals(get(ConfigField.VOICE))) {
      throw new RefusedException(
          "cannot_update_voice",
          null,
          "Cannot update a conversation's voice if assistant audio is present.");
    }
    ToolChoices.check(next, "session");
    tree = next;
  }

  private void refuseChange(ObjectNode update, String field) {
    if (update.has(field) && !update.path(field).equals(tree.path(field))) {
      throw RefusedException.value("session." + field, "it can't be changed.");
    }
  }

  private static void merge(ObjectNode target, ObjectNode update) {
    for (Map.Entry<String, JsonNode> field : update.properties()) {
      JsonNode present = target.path(field.getKey());
      if (MERGED.contains(field.getKey())
          && present instanceof ObjectNode inner
          && field.getValue() instanceof ObjectNode change) {
        merge(inner, change);
      } else {
        target.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  JsonNode get(ConfigField field) {
    return tree.at(shape.at(field));
  }

  JsonNode get(String field) {
    return tree.path(field);
  }

  String model() {
    return Json.text(tree, "model");
  }

  boolean transcriptionOnly() {
    return "realtime.transcription_session".equals(Json.text(tree, "object"));
  }

  AudioEncoding inputEncoding() {
    return shape.encoding(get(ConfigField.INPUT_FORMAT));
  }

  Optional<VadSettings> turnDetection() {
    JsonNode config = get(ConfigField.TURN_DETECTION);
    return config.isObject() ? Optional.of(VadSettings.of(config)) : Optional.empty();
  }

  boolean transcribesInput() {
    return get(ConfigField.TRANSCRIPTION).isObject();
  }

  List<JsonNode> tools() {
    return List.copyOf(tree.path("tools").values());
  }
}
