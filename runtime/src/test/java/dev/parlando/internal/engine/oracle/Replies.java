package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ResponseEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The responses of a conversation, as the client got them. */
final class Replies {

  private final Agenda agenda;
  private final Asking asking;
  private final Answering answering;
  private final Map<String, Reply> replies = new HashMap<>();

  Replies(Agenda agenda, Asking asking, Answering answering) {
    this.agenda = agenda;
    this.asking = asking;
    this.answering = answering;
  }

  void began(SimResponse response, long askedMs) {
    replies.put(response.id, new Reply(response, askedMs));
  }

  /** One by its id; null: there is none. */
  Reply get(String responseId) {
    return responseId == null ? null : replies.get(responseId);
  }

  Collection<Reply> all() {
    return replies.values();
  }

  /** The connection is lost, and all responses with it. */
  void lost(int connection) {
    for (Reply reply : replies.values()) {
      reply.ended |= reply.response.connection == connection;
    }
  }

  /** An event of a response reached the client. */
  void on(ResponseEvent event) {
    Reply reply = get(event.responseId());
    if (reply == null) {
      return;
    }
    if (!reply.seen && !reply.ended) {
      reply.seen = true;
      reply.knownMs = agenda.nowMs();
      reply.beganUnseen = !(event instanceof ResponseEvent.Created);
      replaceBefore(reply.response);
      asking.began(reply);
    }
    if (event instanceof ResponseEvent.Done && !reply.ended) {
      reply.ended = true;
      answering.ended(reply, agenda.nowMs());
    }
  }

  /** A conversation has one response at a time: the one before has ended, though nobody said so. */
  private void replaceBefore(SimResponse begun) {
    for (Reply before : replies.values()) {
      boolean runs = before.seen && !before.ended && !before.response.outOfBand;
      if (runs && before.response != begun && !begun.outOfBand) {
        before.ended = true;
        answering.replaced(before, agenda.nowMs());
      }
    }
  }
}
