package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.Heard;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.event.ReplyEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads the events of a response to replies, calls and transcripts. */
final class ResponseRouter {

  private final Outbox out;
  private final ResponseScheduler replies;
  private final ToolRounds rounds;
  private final Calls calls;
  private final Transcripts transcripts;
  private final Playback playback;
  private final Map<String, Boolean> silenced = new Bounded<>(100);
  private boolean cancelAfterFlush;

  ResponseRouter(
      Outbox out,
      ResponseScheduler replies,
      ToolRounds rounds,
      Calls calls,
      Transcripts transcripts,
      Playback playback) {
    this.out = out;
    this.replies = replies;
    this.rounds = rounds;
    this.calls = calls;
    this.transcripts = transcripts;
    this.playback = playback;
  }

  void on(ResponseEvent event) {
    String responseId = requireNonNullElse(event.responseId(), "");
    if (!replies.signOfLife(responseId)
        && !(event instanceof ResponseEvent.Created || event instanceof ResponseEvent.Done)) {
      noticeUnseen(responseId);
    }
    if (event instanceof ResponseEvent.AudioDelta delta) {
      audio(delta, responseId);
    } else if (event instanceof ResponseEvent.AudioTranscriptDelta delta) {
      transcripts.partial(responseId, delta.itemId(), delta.delta());
    } else if (event instanceof ResponseEvent.TextDelta delta) {
      transcripts.partial(responseId, delta.itemId(), delta.delta());
    } else if (event instanceof ResponseEvent.AudioTranscriptDone done) {
      transcripts.complete(responseId, done.itemId(), done.contentIndex(), done.transcript());
    } else if (event instanceof ResponseEvent.TextDone done) {
      transcripts.complete(responseId, done.itemId(), done.contentIndex(), done.text());
    } else if (event instanceof ResponseEvent.FunctionCallArgumentsDone done) {
      if (done.callId() != null && done.name() != null) {
        calls.announce(
            responseId,
            Item.functionCall(
                done.callId(), done.name(), requireNonNullElse(done.arguments(), "")));
      }
    } else if (event instanceof ResponseEvent.OutputItemDone done) {
      if (done.item() instanceof Item.FunctionCall call) {
        call(responseId, call);
      }
    } else if (event instanceof ResponseEvent.Created created && created.response() != null) {
      began(created.response());
    } else if (event instanceof ResponseEvent.Done done) {
      ended(done.response() == null ? nothingKnown(null) : done.response());
    }
  }

  /** A response can't give anything without having begun, even if its beginning got lost. */
  private void noticeUnseen(String responseId) {
    if (!responseId.isEmpty() && replies.active() == null && !rounds.hasEnded(responseId)) {
      replies.beganUnseen(responseId);
      openRound(responseId);
    }
  }

  private void openRound(String responseId) {
    if (responseId.equals(replies.active())) {
      rounds.responseBegan(responseId);
    }
  }

  private void call(String responseId, Item.FunctionCall call) {
    if (replies.outOfBand(responseId)) {
      calls.skip(call, "it was made outside the conversation, where no answer can reach it");
    } else {
      calls.done(responseId, call);
    }
  }

  /** The response under way may have given no sign of life for too long: then it has ended. */
  void stalled() {
    String stalled = replies.stalled();
    if (stalled != null) {
      calls.responseEnded(stalled, nothingKnown(stalled));
    }
  }

  private void began(Response response) {
    replies.began(response);
    openRound(requireNonNullElse(response.id(), ""));
  }

  private void ended(Response response) {
    String active = requireNonNullElse(replies.active(), "");
    String id = response.id() == null ? active : response.id();
    transcripts.sweep(response);
    if (!replies.outOfBand(response)) {
      calls.responseEnded(id, response);
    }
    replies.ended(response);
  }

  private void audio(ResponseEvent.AudioDelta delta, String responseId) {
    int contentIndex = delta.contentIndex() == null ? 0 : delta.contentIndex();
    String itemId = requireNonNullElse(delta.itemId(), "");
    if (!silenced.containsKey(responseId)
        && playback.received(itemId, contentIndex, delta.audio())) {
      out.tell(new ReplyEvent.Audio(responseId, itemId, contentIndex, delta.audio()));
    }
  }

  /**
   * Stops the reply under way and what is still heard of it: the audio first, then what the server
   * believes was said, then the reply itself.
   *
   * @param cancel whether to cancel the reply; a server that heard the user speak does so itself
   */
  void interrupt(boolean cancel) {
    String active = replies.active();
    if (active != null) {
      silenced.put(active, true);
    }
    cancelAfterFlush |= cancel;
    if (playback.mayBeAudible()) {
      playback.flush();
    } else {
      flushed(null);
    }
  }

  /** The audio was stopped. */
  void flushed(@Nullable Heard heard) {
    if (heard == null) {
      playback.heardAll();
    } else {
      playback.flushed(heard.itemId(), heard.contentIndex(), heard.playedMs());
    }
    if (cancelAfterFlush) {
      cancelAfterFlush = false;
      replies.interrupt();
    }
  }

  private static Response nothingKnown(@Nullable String id) {
    return new Response(
        id, null, null, List.of(), null, null, null, null, null, null, null, null, Extras.NONE);
  }
}
