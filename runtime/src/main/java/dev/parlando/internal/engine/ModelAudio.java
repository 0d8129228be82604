package dev.parlando.internal.engine;

import static dev.parlando.realtime.Extras.NONE;
import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.Heard;
import dev.parlando.internal.engine.conversation.Playback;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.turns.Responses;
import dev.parlando.internal.engine.turns.Run;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.OutputAudioEvent;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.event.ReplyEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model says: handed over to be heard, one response at a time, and stopped. Of two that
 * speak at once, the second waits until the first has ended.
 */
final class ModelAudio {

  /** More than this does not wait, in bytes; it is heard beside the other rather than lost. */
  private static final long MOST_WAITING = 8L << 20;

  private final Outbox out;
  private final EngineOptions options;
  private final Responses responses;
  private final Playback playback;

  /** Responses of which nothing more is to be heard. */
  private final Map<String, Boolean> silenced = new Bounded<>(100);

  /** What is cancelled once it is known how much of it was heard. */
  private final List<Run> cancelAfterFlush = new ArrayList<>();

  /** Audio that waits until another response has ended, and the ends of such responses. */
  private final Deque<ResponseEvent> waiting = new ArrayDeque<>();

  private long waitingBytes;
  private String speaking = "";
  private boolean playsAtServer;

  /** Whether what was played last is of a response that speech does not stop. */
  private boolean protectedIsHeard;

  ModelAudio(Outbox out, EngineOptions options, Responses responses, Playback playback) {
    this.out = out;
    this.options = options;
    this.responses = responses;
    this.playback = playback;
  }

  /** Audio of a response came. */
  void on(ResponseEvent.AudioDelta delta, @Nullable Run run) {
    String responseId = requireNonNullElse(delta.responseId(), "");
    if (silenced.containsKey(responseId)) {
      return;
    }
    if (run != null) {
      run.produce();
    }
    if (responseId.equals(speaking) || (waiting.isEmpty() && !speaks(speaking))) {
      speaking = responseId;
      play(delta);
      waiting.forEach(other -> responses.sign(idOf(other)));
    } else {
      waiting.add(delta);
      waitingBytes += delta.audio().length;
      if (waitingBytes > MOST_WAITING) {
        speaking = "";
      }
    }
  }

  /** Whether more may be heard of a response. */
  private boolean speaks(String responseId) {
    return responses.find(responseId) != null && !silenced.containsKey(responseId);
  }

  private static String idOf(ResponseEvent event) {
    return requireNonNullElse(event.responseId(), "");
  }

  /** Keeps the end of a response whose audio waits. Returns whether it does. */
  boolean keep(ResponseEvent.Done done) {
    boolean waits = waits(idOf(done));
    Response response = done.response();
    boolean whole = response != null && response.status() == Response.Status.COMPLETED;
    if (waits && whole) {
      waiting.add(done);
    } else if (waits) {
      drop(idOf(done), true);
    }
    return waits && whole;
  }

  /**
   * Another response begins. Returns the end of the one under way if that was kept: nothing of it
   * was heard, and nothing will be.
   */
  @Nullable Response takeKept(@Nullable Run run) {
    for (ResponseEvent event : waiting) {
      if (run != null && event instanceof ResponseEvent.Done done && idOf(event).equals(run.id())) {
        waiting.remove(event);
        drop(run.id(), true);
        return done.response() == null ? null : cancelled(done.response());
      }
    }
    return null;
  }

  /** Whether nothing waits to be heard. */
  boolean idle() {
    return waiting.isEmpty();
  }

  private boolean waits(String responseId) {
    return waiting.stream().anyMatch(event -> idOf(event).equals(responseId));
  }

  /** Lets those be heard that wait, up to the next end of one; null: none has come to its end. */
  ResponseEvent.@Nullable Done next() {
    while (!waiting.isEmpty() && !speaks(speaking)) {
      speaking = idOf(waiting.element());
      for (ResponseEvent event : List.copyOf(waiting)) {
        if (idOf(event).equals(speaking)) {
          waiting.remove(event);
          if (event instanceof ResponseEvent.Done done) {
            return done;
          }
          letSpeak(event);
        }
      }
    }
    return null;
  }

  private void letSpeak(ResponseEvent event) {
    if (event instanceof ResponseEvent.AudioDelta delta) {
      waitingBytes -= delta.audio().length;
      play(delta);
    }
  }

  private void play(ResponseEvent.AudioDelta delta) {
    String responseId = requireNonNullElse(delta.responseId(), "");
    Run run = responses.find(responseId);
    if (!silenced.containsKey(responseId)
        && playback.received(delta, run == null || !run.outOfBand())) {
      protectedIsHeard = run != null && run.isProtected();
      if (run != null) {
        run.hearAudio();
      }
      out.tell(
          new ReplyEvent.Audio(
              responseId,
              requireNonNullElse(delta.itemId(), ""),
              requireNonNullElse(delta.contentIndex(), 0),
              delta.audio()));
    }
  }

  /** The server plays a response itself. */
  void on(OutputAudioEvent event) {
    playsAtServer = event instanceof OutputAudioEvent.Started;
    Run run = event.responseId() == null ? null : responses.find(event.responseId());
    if (playsAtServer && run != null) {
      run.hearAudio();
    }
  }

  /** Whether the server plays something, as far as it said. */
  boolean playsAtServer() {
    return playsAtServer;
  }

  /** Whether speech does not stop what was played last. */
  boolean protectedIsHeard() {
    return protectedIsHeard;
  }

  /** Nothing more of a response is to be heard. */
  void silence(String responseId) {
    silenced.put(responseId, true);
  }

  /**
   * A response came to nothing; of what it said and nobody heard yet, nothing is heard.
   *
   * @param remote whether the server has it in the conversation
   */
  private void drop(String responseId, boolean remote) {
    Run run = responses.find(responseId);
    boolean outOfBand = run != null && run.outOfBand();
    for (ResponseEvent event : List.copyOf(waiting)) {
      if (idOf(event).equals(responseId) && event instanceof ResponseEvent.AudioDelta delta) {
        waiting.remove(event);
        waitingBytes -= delta.audio().length;
        playback.unheard(delta, remote && !outOfBand);
      }
    }
  }

  /** The application stops what is heard. */
  void interrupt() {
    if (options.sideband()) {
      // The audio is heard elsewhere; only the server can stop it.
      out.send(new ClientEvent.OutputAudioClear());
    }
    interrupt(true);
  }

  /**
   * Stops the response under way and what is still heard of it: the audio first, then what the
   * server believes was said, then the response itself.
   *
   * @param cancel whether to cancel it; a server that heard the caller speak does so itself, but
   *     not with those out of band
   */
  void interrupt(boolean cancel) {
    Run current = responses.current();
    if (current != null) {
      silence(current.id());
      if (cancel && !ended(current)) {
        cancelAfterFlush.add(current);
      }
    }
    for (Run run : responses.outOfBand()) {
      silence(run.id());
      run.spokenOver();
      if (!ended(run)) {
        cancelAfterFlush.add(run);
      }
    }
    List<ResponseEvent> unheard = List.copyOf(waiting);
    waiting.clear();
    waitingBytes = 0;
    for (ResponseEvent event : unheard) {
      if (event instanceof ResponseEvent.AudioDelta delta) {
        Run run = responses.find(idOf(delta));
        playback.unheard(delta, run == null || !run.outOfBand());
      } else if (event instanceof ResponseEvent.Done done && done.response() != null) {
        waiting.add(new ResponseEvent.Done(done.eventId(), cancelled(done.response()), NONE));
      }
    }
    if (playback.mayBeAudible()) {
      playback.flush();
    } else {
      flushed(null);
    }
  }

  /** Whether a response ended at the server, though it was not heard to its end. */
  private boolean ended(Run run) {
    return waiting.stream()
        .anyMatch(event -> event instanceof ResponseEvent.Done && idOf(event).equals(run.id()));
  }

  /** What nobody will hear did not complete, whatever the server says. */
  private static Response cancelled(Response whole) {
    return new Response(
        whole.id(),
        Response.Status.CANCELLED,
        new Response.StatusDetails("cancelled", "turn_detected", null, NONE),
        whole.output(),
        whole.conversationId(),
        null,
        null,
        null,
        null,
        null,
        whole.usage(),
        whole.metadata(),
        NONE);
  }

  /** The audio was stopped. */
  void flushed(@Nullable Heard heard) {
    if (heard == null) {
      playback.heardAll();
    } else {
      Set<String> unheard =
          playback.flushed(heard.itemId(), heard.contentIndex(), heard.playedMs());
      for (String responseId : unheard) {
        Run run = responses.find(responseId);
        if (run != null) {
          run.unhear();
        }
      }
    }
    List<Run> cancelled = List.copyOf(cancelAfterFlush);
    cancelAfterFlush.clear();
    for (Run run : cancelled) {
      if (run.equals(responses.find(run.id()))) {
        responses.cancel(run);
      }
    }
  }

  /** Nobody listens any more. */
  void sessionOver() {
    waiting.clear();
    waitingBytes = 0;
  }

  /** Nothing more comes of the old connection; what is not answered is asked for anew. */
  void connectionLost() {
    playsAtServer = false;
    List.copyOf(waiting).forEach(event -> drop(idOf(event), false));
    sessionOver();
    speaking = "";
    silenced.clear();
    cancelAfterFlush.clear();
    playback.connectionLost();
  }
}
