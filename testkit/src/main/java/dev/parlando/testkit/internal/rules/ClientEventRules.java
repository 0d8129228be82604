package dev.parlando.testkit.internal.rules;

import dev.parlando.realtime.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which events a client may send in a dialect, and with what in them. */
public final class ClientEventRules {

  private final Map<String, Rule> events = new LinkedHashMap<>();

  private ClientEventRules(Rule session, Rule item, Rule response) {
    event("session.update").required("session", session);
    event("input_audio_buffer.append").required("audio", Rule.string());
    event("input_audio_buffer.commit");
    event("input_audio_buffer.clear");
    event("output_audio_buffer.clear");
    event("conversation.item.create")
        .required("item", item)
        .optional("previous_item_id", Rule.string().orNull());
    event("conversation.item.retrieve").required("item_id", Rule.string());
    event("conversation.item.truncate")
        .required("item_id", Rule.string())
        .required("content_index", Rule.integer(0, Integer.MAX_VALUE))
        .required("audio_end_ms", Rule.integer(0, Integer.MAX_VALUE));
    event("conversation.item.delete").required("item_id", Rule.string());
    event("response.create").optional("response", response);
    event("response.cancel").optional("response_id", Rule.string());
  }

  /** The rules of a dialect. */
  public static ClientEventRules of(Dialect dialect) {
    return switch (dialect) {
      case GA -> new ClientEventRules(GaRules.SESSION, GaRules.ITEM, GaRules.RESPONSE);
      case BETA -> {
        ClientEventRules rules =
            new ClientEventRules(BetaRules.SESSION, BetaRules.ITEM, BetaRules.RESPONSE);
        rules
            .event("transcription_session.update")
            .required("session", BetaRules.transcriptionSession());
        yield rules;
      }
    };
  }

  /**
   * Checks an event.
   *
   * @throws RefusedException if the server doesn't take it
   */
  public void check(JsonNode event) {
    JsonNode type = event.path("type");
    if (type.isMissingNode()) {
      throw RefusedException.missing("type");
    }
    Rule rule = type.isString() ? events.get(type.stringValue()) : null;
    if (rule == null) {
      throw Rule.notSupported(type, "type", List.copyOf(events.keySet()));
    }
    rule.check(event, "");
  }

  private ObjectRule event(String type) {
    ObjectRule rule =
        ObjectRule.fields()
            .required("type", Rule.string())
            .optional("event_id", Rule.string(512, Pattern.compile(".*")));
    events.put(type, rule);
    return rule;
  }
}
