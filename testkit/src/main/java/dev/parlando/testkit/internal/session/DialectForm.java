package dev.parlando.testkit.internal.session;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.internal.audio.AudioEncoding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dialect's form of what the server thinks in: inside the server, events, items and responses are
 * those of general availability; a shape turns them into what goes over the wire.
 */
interface DialectForm {

  static DialectForm of(Dialect dialect) {
    return switch (dialect) {
      case GA -> new GaForm();
      case BETA -> new BetaForm();
    };
  }

  /** Where a field stands in a session and in the body of a {@code response.create}. */
  JsonPointer at(ConfigField field);

  /** A session as the server creates it. */
  ObjectNode defaults(String sessionId, String model, long expiresAt);

  /** A session that only transcribes, as the server creates it. */
  ObjectNode transcriptionDefaults(String sessionId, long expiresAt);

  /** Fills in what an update left open in the objects that it replaced. */
  void complete(ObjectNode session);

  /** The encoding that a format names. */
  AudioEncoding encoding(JsonNode format);

  /** An item as a client wrote it, in the server's own form. */
  ObjectNode incoming(ObjectNode item);

  /** The event as this dialect writes it; null if the dialect has no such event. */
  @Nullable ObjectNode outgoing(ObjectNode event);

  /** The code of the error for a response that must wait for another; null if it has none. */
  @Nullable String activeResponseCode();
}
