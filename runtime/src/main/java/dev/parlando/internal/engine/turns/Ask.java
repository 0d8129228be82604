package dev.parlando.internal.engine.turns;

import dev.parlando.realtime.ResponseConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a response that went out, under an id by which it is recognised ever after. */
final class Ask {

  private final String eventId;
  private final List<OwedTurn> turns;
  private final boolean outOfBand;
  private @Nullable String responseId;
  private boolean guessed;
  private boolean abandoned;

  Ask(String eventId, List<OwedTurn> turns) {
    this.eventId = eventId;
    this.turns = List.copyOf(turns);
    this.outOfBand = turns.get(0).outOfBand();
  }

  String eventId() {
    return eventId;
  }

  List<OwedTurn> turns() {
    return turns;
  }

  boolean outOfBand() {
    return outOfBand;
  }

  /** Whether a response that was not requested for it may meet its turns. */
  boolean plain() {
    return turns.stream().allMatch(OwedTurn::plain);
  }

  /** The response that began for it; null: none did. */
  @Nullable String responseId() {
    return responseId;
  }

  void began(String id, boolean named) {
    responseId = id;
    guessed = !named;
  }

  /** Whether a response that names it belongs to it: the one that did, or the first. */
  boolean mayBe(String id) {
    return responseId == null || guessed || responseId.equals(id);
  }

  /** Whether nothing but time says which response began for it. */
  boolean guessed() {
    return guessed;
  }

  /** What was asked for under this id is not wanted any more; its turns are asked for anew. */
  void abandon() {
    abandoned = true;
  }

  boolean abandoned() {
    return abandoned;
  }

  /** What goes out for it, with a pair of metadata by which its response is recognised. */
  ResponseConfig config(String key) {
    @Nullable ResponseConfig overrides = null;
    for (OwedTurn turn : turns) {
      overrides = turn.overrides() == null ? overrides : turn.overrides();
    }
    ResponseConfig base = overrides == null ? ResponseConfig.builder().build() : overrides;
    Map<String, String> metadata = new LinkedHashMap<>();
    if (base.metadata() != null) {
      metadata.putAll(base.metadata());
    }
    metadata.put(key, eventId);
    return base.toBuilder().metadata(metadata).build();
  }
}
