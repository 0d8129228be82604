package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A response of the simulated server, with what it had read when it began. */
final class SimResponse {

  final String id;
  final int connection;

  /** The event id of the request it was made for; null: the server made it by itself. */
  final String createId;

  final boolean outOfBand;

  /** The number in the request's own instructions; -1: it had none. */
  final int requested;

  /** Which of the turns that request is; the greatest number: it has no instructions. */
  int requestedOrder = Integer.MAX_VALUE;

  final Map<String, String> metadata;
  final Fate fate;
  final long begunMs;
  final BitSet said;
  final BitSet outputs;

  /** Whether it had read a note of the client, that something the user said got lost. */
  final boolean note;

  final List<Item> items = new ArrayList<>();
  long audioMs;
  Response.Status status = Response.Status.IN_PROGRESS;

  SimResponse(
      String id,
      int connection,
      String createId,
      boolean outOfBand,
      int requested,
      Map<String, String> metadata,
      Fate fate,
      long begunMs,
      ServerConversation conversation) {
    this.id = id;
    this.connection = connection;
    this.createId = createId;
    this.outOfBand = outOfBand;
    this.requested = requested;
    this.metadata = metadata;
    this.fate = fate;
    this.begunMs = begunMs;
    this.said = conversation.said();
    this.outputs = conversation.outputs();
    this.note = conversation.note();
  }

  boolean over() {
    return status != Response.Status.IN_PROGRESS;
  }

  @Override
  public String toString() {
    return id
        + " "
        + fate
        + (outOfBand ? " out of band" : "")
        + " for "
        + createId
        + ", has read "
        + said
        + " and outputs "
        + outputs;
  }
}
