package dev.parlando.rest;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sessions in HTTP bodies: they look as they do in the events of the WebSocket. */
final class SessionBody {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SessionBody() {}

  static boolean transcribes(SessionConfig config) {
    return "transcription".equals(config.type());
  }

  static ObjectNode write(SessionConfig config, Dialect dialect) {
    ClientEvent update =
        transcribes(config)
            ? new ClientEvent.TranscriptionSessionUpdate(config)
            : new ClientEvent.SessionUpdate(config);
    return (ObjectNode)
        JSON.readTree(EventCodec.client().write(update, dialect)).required("session");
  }

  /**
   * @throws MalformedEventException if it is no session
   */
  static @Nullable Session read(JsonNode session) throws MalformedEventException {
    ObjectNode event = JSON.createObjectNode().put("type", "session.created");
    event.set("session", session);
    return ((SessionEvent.Created) EventCodec.server().read(JSON.writeValueAsBytes(event)))
        .session();
  }
}
