package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.realtime.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests that went out, and which response belongs to which. One is in flight at a time. All
 * ids are remembered, so that a response which begins late, or twice, is known for what it is.
 */
final class Asks {

  /** The metadata key by which a response is recognised as ours. */
  static final String KEY = "parlando_reply";

  /** What is known of a server's giving metadata back. */
  private enum Echo {
    UNKNOWN,
    /** A response without our key is not ours. */
    SEEN,
    /** It gave an id back that belonged to another response. */
    WRONG
  }

  private final Map<String, Ask> sent = new Bounded<>(1_000);
  private @Nullable Ask inFlight;

  /** The last that had not begun in time, and may still begin. */
  private @Nullable Ask overdue;

  private Echo echo = Echo.UNKNOWN;

  /** Whether a response named its conversation. */
  private boolean conversations;

  /** Whether one in the conversation did not, so that nothing follows from it. */
  private boolean nameless;

  /** The one that went out and of which nothing was heard yet. */
  @Nullable Ask inFlight() {
    return inFlight;
  }

  void sent(Ask ask) {
    inFlight = ask;
    sent.put(ask.eventId(), ask);
  }

  /** The request of an id, even if it was given up; null: none. */
  @Nullable Ask named(@Nullable String eventId) {
    return eventId == null ? null : sent.get(eventId);
  }

  /** Nothing more will come of it. */
  void refused(Ask ask) {
    landed(ask);
  }

  /** It had not begun in time; it may still do. */
  void overdue(Ask ask) {
    landed(ask);
    overdue = ask;
  }

  private void landed(Ask ask) {
    inFlight = ask.equals(inFlight) ? null : inFlight;
    overdue = ask.equals(overdue) ? null : overdue;
  }

  /**
   * The request that a beginning response belongs to; null: the server, or another client, began it
   * by itself.
   *
   * @param serverAwaited whether the server is about to respond by itself
   */
  @Nullable Ask claim(Response response, String responseId, boolean serverAwaited) {
    String key = response.metadata() == null ? null : response.metadata().get(KEY);
    Ask named = named(key);
    if (named != null) {
      boolean relied = echo != Echo.WRONG || named.equals(inFlight) || named.equals(overdue);
      if (relied && named.mayBe(responseId)) {
        echo = echo == Echo.WRONG ? Echo.WRONG : Echo.SEEN;
        return begin(named, responseId, true);
      }
      // A request makes one response: what this server gives back can't be relied on.
      echo = Echo.WRONG;
    }
    @Nullable Ask waiting = echo == Echo.SEEN ? null : unnamed(response);
    learn(response, waiting);
    // The server's own response meets what we asked for too, but for what differs from others.
    return waiting == null || (serverAwaited && waiting.plain())
        ? null
        : begin(waiting, responseId, false);
  }

  /** The request that a response without a name may belong to; null: to none. */
  private @Nullable Ask unnamed(Response response) {
    if (fits(inFlight, response)) {
      return inFlight;
    }
    return fits(overdue, response) ? overdue : null;
  }

  private boolean fits(@Nullable Ask ask, Response response) {
    boolean inConversation = response.conversationId() != null;
    return ask != null
        && (ask.outOfBand() ? !inConversation && !nameless : inConversation || !conversations);
  }

  /** Learns whether this server says which responses are in the conversation. */
  private void learn(Response response, @Nullable Ask ask) {
    if (response.conversationId() != null) {
      conversations = true;
    } else if (ask == null || !ask.outOfBand()) {
      nameless = !conversations;
    }
  }

  /** The request that a response belongs to whose beginning was not told, as far as is known. */
  @Nullable Ask claimUnseen(String responseId, boolean serverAwaited) {
    Ask waiting = inFlight != null ? inFlight : overdue;
    return waiting == null || (serverAwaited && waiting.plain())
        ? null
        : begin(waiting, responseId, false);
  }

  /** Whether the end of a response shows that it was taken for that of a request wrongly. */
  boolean isOfAnother(Response response, @Nullable Ask ask) {
    String key = response.metadata() == null ? null : response.metadata().get(KEY);
    return ask != null && ask.guessed() && echo == Echo.SEEN && !ask.eventId().equals(key);
  }

  private Ask begin(Ask ask, String responseId, boolean named) {
    ask.began(responseId, named);
    landed(ask);
    return ask;
  }

  /** A new connection: nothing that was sent on the old one will be heard of. */
  void connectionLost() {
    inFlight = null;
    overdue = null;
    sent.clear();
  }
}
