package dev.parlando.examples.web;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what passed on the wire what a page shows: without audio, without secrets. */
final class WireFrames {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Events that carry audio, and in which field. */
  private static final Set<String> DELTAS =
      Set.of("response.output_audio.delta", "response.audio.delta");

  private WireFrames() {}

  /**
   * A frame for the page.
   *
   * @param atMs when it passed, in ms since the session began
   */
  static String of(boolean fromServer, double atMs, byte[] utf8, SensitiveMask mask) {
    ObjectNode frame =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "wire")
            .put("dir", fromServer ? "server" : "client")
            .put("at", atMs);
    try {
      JsonNode event = MAPPER.readTree(utf8);
      if (event instanceof ObjectNode object) {
        frame.put("audioBytes", trim(object));
      }
      mask.hide(event);
      frame.set("event", event);
    } catch (JacksonException e) {
      frame
          .putObject("event")
          .put("type", "(unreadable)")
          .put("bytes", utf8.length)
          .put("problem", e.getOriginalMessage());
    }
    return frame.toString();
  }

  /**
   * Takes the audio out of an event.
   *
   * @return how much it was, in bytes
   */
  static long trim(ObjectNode event) {
    String type = event.path("type").asString("");
    if (DELTAS.contains(type)) {
      return take(event, "delta");
    }
    if (type.equals("input_audio_buffer.append")) {
      return take(event, "audio");
    }
    long bytes = 0;
    for (JsonNode part : event.path("item").path("content")) {
      bytes += part instanceof ObjectNode content ? take(content, "audio") : 0;
    }
    return bytes;
  }

  private static long take(ObjectNode holder, String field) {
    if (!holder.path(field).isString() || holder.path(field).stringValue().isEmpty()) {
      return 0;
    }
    String base64 = holder.path(field).stringValue();
    int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    holder.put(field, "");
    return base64.length() * 3L / 4 - padding;
  }
}
