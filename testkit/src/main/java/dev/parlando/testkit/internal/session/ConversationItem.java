package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An item of a conversation: its fields, and its audio, which is sent only on request. */
final class ConversationItem {

  private final ObjectNode node;
  private final Map<Integer, AudioClip> audio = new HashMap<>();
  private @Nullable String previousId;
  private CompletableFuture<String> transcript = CompletableFuture.completedFuture("");

  private ConversationItem(ObjectNode node) {
    this.node = node;
  }

  /** An item that the server makes. */
  static ConversationItem made(ObjectNode node) {
    return new ConversationItem(node);
  }

  /**
   * An item that the client made, in the server's own form; its audio is taken out.
   *
   * @param encoding what its audio is in
   */
  static ConversationItem sent(ObjectNode node, String id, AudioEncoding encoding) {
    ObjectNode ordered = Json.object().put("id", id);
    ordered.set("type", node.path("type"));
    ordered.put("status", "completed");
    ordered.setAll(node);
    ordered.put("id", id);
    ConversationItem item = new ConversationItem(ordered);
    int index = 0;
    for (JsonNode part : ordered.path("content")) {
      String type = Json.text(part, "type");
      if (part instanceof ObjectNode content && type.endsWith("_audio")) {
        AudioClip clip = item.clip(index, encoding);
        clip.append(
            AudioClip.decode(Json.text(part, "audio"), "item.content[" + index + "].audio"));
        content.remove("audio");
        if (!content.has("transcript")) {
          content.putNull("transcript");
        }
      }
      index++;
    }
    return item;
  }

  String id() {
    return Json.text(node, "id");
  }

  String type() {
    return Json.text(node, "type");
  }

  boolean isMessageOf(String role) {
    return "message".equals(type()) && role.equals(Json.text(node, "role"));
  }

  /** The id of the item before it when it was added; null if there was none. */
  @Nullable String previousId() {
    return previousId;
  }

  void addedAfter(@Nullable String id) {
    previousId = id;
  }

  /** The item itself, to be changed by the one who makes it. */
  ObjectNode node() {
    return node;
  }

  /** A copy for an event. */
  ObjectNode copy() {
    return node.deepCopy();
  }

  /** A copy with the audio in it. */
  ObjectNode copyWithAudio() {
    ObjectNode copy = copy();
    audio.forEach(
        (index, clip) -> {
          if (copy.path("content").path(index) instanceof ObjectNode part) {
            part.put("audio", Base64.getEncoder().encodeToString(clip.bytes()));
          }
        });
    return copy;
  }

  /** The audio of a content part, made when there is none. */
  AudioClip clip(int contentIndex, AudioEncoding encoding) {
    return audio.computeIfAbsent(contentIndex, index -> new AudioClip(encoding));
  }

  /** The audio of a content part; null if it has none. */
  @Nullable AudioClip clip(int contentIndex) {
    return audio.get(contentIndex);
  }

  /** All audio, in ms. */
  double audioMillis() {
    return audio.values().stream().mapToDouble(AudioClip::millis).sum();
  }

  /** The transcript of the audio, once it is made; empty text if it can't be. Never fails. */
  CompletableFuture<String> transcript() {
    return transcript;
  }

  void transcribedBy(CompletableFuture<String> transcription) {
    transcript = transcription;
  }

  /** A copy for a brain, with the transcript. */
  ObjectNode copyForBrain() {
    ObjectNode copy = copy();
    String text = transcript.getNow("");
    if (!text.isEmpty() && copy.path("content").path(0) instanceof ObjectNode part) {
      part.put("transcript", text);
    }
    return copy;
  }
}
