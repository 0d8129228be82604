package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Timer.Kind;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Response;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When the model is asked to speak. A conversation has one reply at a time, begun by us or by the
 * server's voice detection, and a server refuses a second request. So requests wait in a queue
 * until the slot is free; and no event that gets lost may keep the slot taken for ever.
 */
final class ResponseScheduler {

  /** The metadata key by which a reply is recognised as ours. */
  static final String KEY = "parlando_reply";

  /** The slot is taken by a reply whose id nobody told us. */
  private static final String UNKNOWN = "";

  /** A request that went out under an event id. */
  private record Sent(String eventId, ResponseRequest request) {}

  private final Outbox out;
  private final EngineOptions options;
  private final Predicate<String> acknowledged;
  private final Floor speech;
  private final RateLimits rateLimits;
  private final ResponseQueue queue = new ResponseQueue();
  private final OutOfBandResponses outOfBand;

  /** Sent, and nothing heard of it yet. */
  private @Nullable Sent pending;

  /** What {@link #active} is taken to meet. A late refusal takes it back. */
  private @Nullable Sent current;

  /** The reply that takes the slot; null: the slot is free. */
  private @Nullable String active;

  /** Whether this server is known to give metadata back, so that a reply without is not ours. */
  private boolean echoes;

  private boolean queueClosed;
  private long begun;
  private boolean cancelSent;
  private boolean cancelOnBegin;
  private long lastSignMs;

  /**
   * @param acknowledged whether the server has the output of a call in the conversation
   */
  ResponseScheduler(Outbox out, EngineOptions options, Predicate<String> acknowledged) {
    this.out = out;
    this.options = options;
    this.acknowledged = acknowledged;
    this.speech = new Floor(out, options);
    this.rateLimits = new RateLimits(out, options);
    this.outOfBand = new OutOfBandResponses(out, options.stallMs());
  }

  Floor speech() {
    return speech;
  }

  RateLimits rateLimits() {
    return rateLimits;
  }

  @Nullable String active() {
    return active;
  }

  boolean idle() {
    return active == null
        && pending == null
        && queue.isEmpty()
        && outOfBand.isEmpty()
        && !speech.replyExpected();
  }

  void request(ResponseRequest request) {
    if (!queueClosed) {
      queue.add(request);
    }
  }

  /** No more replies are wanted but the last. */
  void closeQueue() {
    queueClosed = true;
    queue.clear();
  }

  /** One more reply after the queue was closed. */
  void last(ResponseRequest request) {
    queue.add(request);
  }

  /** How many replies began. */
  long begun() {
    return begun;
  }

  /** Sends the next request if the slot is free. Called after every input. */
  void pump() {
    if (!out.isOpen() || pending != null || !rateLimits.allowReply()) {
      return;
    }
    ResponseRequest request = queue.take(this::mayGo);
    if (request == null) {
      return;
    }
    String eventId = out.nextId();
    out.send(new ClientEvent.ResponseCreate(request.config(KEY, eventId)), eventId);
    pending = new Sent(eventId, request);
    out.start(Timer.of(Kind.REPLY), options.responseMs());
  }

  private boolean mayGo(ResponseRequest request) {
    return request.outOfBand() || (active == null && (request.asked() || !speech.holdsReplies()));
  }

  /** A reply began. */
  void began(Response response) {
    String id = idOf(response);
    begin(id, claim(keyOf(response)));
  }

  private void begin(String id, @Nullable Sent mine) {
    if (mine != null && mine.request().outOfBand()) {
      outOfBand.began(id);
      return;
    }
    begun++;
    active = id;
    current = mine;
    cancelSent = false;
    lastSignMs = out.nowMs();
    speech.replyBegan(mine == null);
    out.start(Timer.of(Kind.STALLED_REPLY), options.stallMs());
    if (mine == null) {
      // What the model was told before it began needs no reply of its own.
      queue.removeIf(r -> !r.asked() && r.answers().stream().allMatch(acknowledged));
    }
    out.tell(new ReplyEvent.Started(id, mine == null ? List.of() : mine.request().answers()));
    if (cancelOnBegin) {
      cancel();
    }
  }

  /** Something came of a reply whose beginning got lost. It is ours if we wait for one. */
  void beganUnseen(String id) {
    begin(id, takePending());
  }

  /** The request that a beginning reply meets; null: the server began it by itself. */
  private @Nullable Sent claim(@Nullable String key) {
    Sent sent = pending;
    if (key != null) {
      echoes = true;
      if (sent != null && sent.eventId().equals(key)) {
        return takePending();
      }
      return current != null && current.eventId().equals(key) ? current : null;
    }
    return sent != null && !echoes ? takePending() : null;
  }

  private @Nullable Sent takePending() {
    Sent sent = pending;
    pending = null;
    out.stop(Timer.of(Kind.REPLY));
    return sent;
  }

  /** A reply ended. Whatever is missing from the event, the slot becomes free. */
  void ended(Response response) {
    String id = idOf(response);
    Sent unseen = pending;
    if (unseen != null && unseen.eventId().equals(keyOf(response))) {
      begin(id, takePending());
    }
    if (!outOfBand.ended(id)) {
      if (!id.equals(UNKNOWN) && active != null && !active.equals(UNKNOWN) && !id.equals(active)) {
        return; // A late end of an older reply.
      }
      Sent met = current;
      free();
      if (ErrorCodes.rateLimited(response)) {
        rateLimits.exceeded();
      }
      if (met != null && ErrorCodes.retryable(response) && !met.request().retried()) {
        queue.putBack(met.request().again());
      }
    }
    String reason = ErrorCodes.reason(response);
    out.tell(new ReplyEvent.Finished(id, statusOf(response), reason));
    if (ErrorCodes.unusable(response)) {
      String message = reason.isEmpty() ? "The reply was empty" : "The reply failed: " + reason;
      out.tell(new Failure(Failure.Kind.REPLY, ErrorCodes.code(response), message));
    }
  }

  private void free() {
    active = null;
    current = null;
    cancelSent = false;
    out.stop(Timer.of(Kind.STALLED_REPLY));
  }

  /** The server refused something. Returns whether it was about a reply of ours. */
  boolean refused(ErrorDetail error) {
    boolean busy = ErrorCodes.conversationBusy(error);
    Sent refused = sentAs(error.eventId());
    if (refused == null && busy && error.eventId() == null) {
      refused = pending != null ? pending : current;
    }
    if (refused == null) {
      return false;
    }
    if (refused.equals(pending)) {
      takePending();
    } else {
      current = null;
    }
    if (busy) {
      queue.putBack(refused.request());
      if (active == null) {
        active = UNKNOWN;
        out.start(Timer.of(Kind.STALLED_REPLY), options.stallMs());
      }
    } else if (ErrorCodes.transientCode(error) && !refused.request().retried()) {
      queue.putBack(refused.request().again());
    } else {
      out.tell(new Failure(Failure.Kind.REPLY, ErrorCodes.code(error), ErrorCodes.message(error)));
    }
    return true;
  }

  private @Nullable Sent sentAs(@Nullable String eventId) {
    if (pending != null && pending.eventId().equals(eventId)) {
      return pending;
    }
    return current != null && current.eventId().equals(eventId) ? current : null;
  }

  /** A requested reply did not begin in time. */
  void missing() {
    Sent sent = pending;
    if (sent == null) {
      return;
    }
    pending = null;
    if (sent.request().retried()) {
      out.tell(
          new Failure(
              Failure.Kind.REPLY,
              "",
              "The server did not begin a reply within " + options.responseMs() + " ms, twice"));
    } else {
      queue.putBack(sent.request().again());
    }
  }

  /** Whether a reply is outside the conversation, so that nothing in it is answered there. */
  boolean outOfBand(Response response) {
    Sent sent = pending;
    return outOfBand.contains(idOf(response))
        || (sent != null && sent.request().outOfBand() && sent.eventId().equals(keyOf(response)));
  }

  /** Whether a reply is known to be outside the conversation. */
  boolean outOfBand(String responseId) {
    return outOfBand.contains(responseId);
  }

  /** Something of a reply came. Returns whether it is one that is known to be under way. */
  boolean signOfLife(String responseId) {
    if (responseId.equals(active)) {
      lastSignMs = out.nowMs();
      return true;
    }
    return outOfBand.signOfLife(responseId);
  }

  /** A reply outside the conversation may have given no sign of life for too long. */
  void outOfBandStalled(String responseId) {
    if (outOfBand.stalled(responseId)) {
      out.tell(
          new ReplyEvent.Finished(responseId, ReplyEvent.Status.UNKNOWN, "gave no sign of life"));
    }
  }

  /**
   * The reply in the slot may have given no sign of life for too long. Returns its id if it is
   * given up.
   */
  @Nullable String stalled() {
    long left = lastSignMs + options.stallMs() - out.nowMs();
    String stalled = active;
    if (stalled == null) {
      return null;
    }
    if (left > 0) {
      out.start(Timer.of(Kind.STALLED_REPLY), left);
      return null;
    }
    free();
    out.tell(new ReplyEvent.Finished(stalled, ReplyEvent.Status.UNKNOWN, "gave no sign of life"));
    out.tell(
        new Failure(
            Failure.Kind.REPLY,
            "",
            "The server did not end a reply; nothing of it came for " + options.stallMs() + " ms"));
    return stalled;
  }

  /** Stops the reply that is under way or asked for, and drops the requests for more. */
  void interrupt() {
    queue.clear();
    if (active != null) {
      cancel();
    } else if (pending != null) {
      cancelOnBegin = true;
    }
  }

  private void cancel() {
    cancelOnBegin = false;
    if (!cancelSent) {
      cancelSent = true;
      String id = UNKNOWN.equals(active) ? null : active;
      out.send(new ClientEvent.ResponseCancel(id));
    }
  }

  /** The connection is lost: what was asked for and had not begun is asked for on the next. */
  void connectionLost() {
    Sent unmet = takePending();
    if (active != null) {
      out.tell(
          new ReplyEvent.Finished(active, ReplyEvent.Status.UNKNOWN, "the connection was lost"));
    }
    free();
    outOfBand.clear();
    cancelOnBegin = false;
    echoes = false;
    if (unmet != null) {
      queue.putBack(unmet.request());
    }
  }

  /** The session is over. */
  void sessionOver() {
    takePending();
    free();
    outOfBand.clear();
    queue.clear();
  }

  private static @Nullable String keyOf(Response response) {
    return response.metadata() == null ? null : response.metadata().get(KEY);
  }

  private static String idOf(Response response) {
    return response.id() == null ? UNKNOWN : response.id();
  }

  private static ReplyEvent.Status statusOf(Response response) {
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
}
