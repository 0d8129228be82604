package dev.parlando.internal.engine.turns;

import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.session.event.ReplyEvent;

/**
 * What the end of a response says.
 *
 * @param produced whether the response held a text or audio
 */
record ResponseEnd(Response response, boolean produced) {

  static ResponseEnd of(Run run, Response response) {
    boolean text =
        response.output().stream()
            .anyMatch(item -> item instanceof Item.Message message && !message.content().isEmpty());
    boolean output = run.outOfBand() && !response.output().isEmpty();
    return new ResponseEnd(response, run.produced() || text || output);
  }

  ReplyEvent.Status status() {
    if (response.status() == null) {
      return ReplyEvent.Status.UNKNOWN;
    }
    return switch (response.status()) {
      case COMPLETED -> ReplyEvent.Status.COMPLETED;
      case CANCELLED -> ReplyEvent.Status.CANCELLED;
      case INCOMPLETE -> ReplyEvent.Status.INCOMPLETE;
      case FAILED -> ReplyEvent.Status.FAILED;
      default -> ReplyEvent.Status.UNKNOWN;
    };
  }

  /** Whether nobody got anything of it, though nobody cancelled it. */
  boolean cameToNothing() {
    boolean empty = !produced && response.output().isEmpty();
    return response.status() == Response.Status.FAILED
        || (empty
            && (response.status() == Response.Status.COMPLETED
                || response.status() == Response.Status.INCOMPLETE));
  }
}
