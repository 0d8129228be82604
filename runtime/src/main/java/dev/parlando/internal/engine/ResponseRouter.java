package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.calls.ToolRounds;
import dev.parlando.internal.engine.connection.Configuration;
import dev.parlando.internal.engine.conversation.Transcripts;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.turns.Responses;
import dev.parlando.internal.engine.turns.Run;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpItem;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads the events of a response to turns, calls, transcripts and playback. */
final class ResponseRouter {

  private final Outbox out;
  private final Responses responses;
  private final ToolRounds rounds;
  private final CallReader calls;
  private final CallNames names;
  private final McpRounds mcp;
  private final Configuration configuration;
  private final Transcripts transcripts;
  private final ModelAudio audio;

  /** Items of unwanted responses, which were deleted. */
  private final Map<String, Boolean> deleted = new Bounded<>(1_000);

  ResponseRouter(
      Outbox out,
      Responses responses,
      ToolRounds rounds,
      CallReader calls,
      CallNames names,
      McpRounds mcp,
      Configuration configuration,
      Transcripts transcripts,
      ModelAudio audio) {
    this.out = out;
    this.responses = responses;
    this.rounds = rounds;
    this.calls = calls;
    this.names = names;
    this.mcp = mcp;
    this.configuration = configuration;
    this.transcripts = transcripts;
    this.audio = audio;
  }

  void on(ResponseEvent event) {
    String responseId = requireNonNullElse(event.responseId(), "");
    if (event instanceof ResponseEvent.Created created) {
      if (created.response() != null) {
        began(created.response());
      }
      return;
    }
    if (event instanceof ResponseEvent.Done done) {
      if (!audio.keep(done)) {
        ended(done.response() == null ? nothingKnown() : done.response());
      }
      return;
    }
    Run run = responses.sign(responseId);
    if (run == null) {
      run = noticeUnseen(responseId);
    }
    if (event instanceof ResponseEvent.AudioDelta delta) {
      audio.on(delta, run);
    } else if (run == null || !run.unwanted()) {
      content(event, responseId, run);
    } else if (event instanceof ResponseEvent.OutputItemDone done
        && done.item() != null
        && !run.outOfBand()) {
      deleteUnwanted(done.item());
    }
  }

  private void began(Response response) {
    Run before = responses.current();
    Run run = responses.find(requireNonNullElse(response.id(), ""));
    Response unheard = run == null ? audio.takeKept(before) : null;
    if (unheard != null) {
      ended(unheard);
    }
    Run current = responses.current();
    openRound(responses.began(response));
    if (current != null && !current.equals(responses.find(current.id()))) {
      // It has ended, though nobody said so.
      calls.responseEnded(current.id(), nothingKnown());
      mcp.responseEnded(current.id());
    }
  }

  private void content(ResponseEvent event, String responseId, @Nullable Run run) {
    if (event instanceof ResponseEvent.AudioTranscriptDelta delta) {
      produced(run);
      transcripts.partial(responseId, delta.itemId(), delta.delta());
    } else if (event instanceof ResponseEvent.TextDelta delta) {
      heard(run);
      transcripts.partial(responseId, delta.itemId(), delta.delta());
    } else if (event instanceof ResponseEvent.AudioTranscriptDone done) {
      produced(run);
      transcripts.complete(responseId, done.itemId(), done.contentIndex(), done.transcript());
    } else if (event instanceof ResponseEvent.TextDone done) {
      heard(run);
      transcripts.complete(responseId, done.itemId(), done.contentIndex(), done.text());
    } else if (event instanceof ResponseEvent.FunctionCallArgumentsDone done) {
      if (run == null || !run.outOfBand()) {
        calls.announced(responseId, done);
      }
    } else if (event instanceof ResponseEvent.OutputItemAdded added) {
      if (added.item() instanceof Item.FunctionCall call) {
        calls.added(responseId, call);
      } else if (added.item() instanceof McpItem item) {
        mcp.item(responseId, item, false);
      }
    } else if (event instanceof ResponseEvent.OutputItemDone done) {
      if (done.item() instanceof Item.FunctionCall call) {
        call(responseId, call, run);
      } else if (done.item() instanceof McpItem item) {
        mcp.item(responseId, item, true);
      }
    }
  }

  private static void produced(@Nullable Run run) {
    if (run != null) {
      run.produce();
    }
  }

  private static void heard(@Nullable Run run) {
    if (run != null) {
      run.hear();
    }
  }

  /** A response can't give anything without having begun, even if its beginning got lost. */
  private @Nullable Run noticeUnseen(String responseId) {
    Run current = responses.current();
    boolean free = current == null || current.id().isEmpty() || responses.expectsOutOfBand();
    if (responseId.isEmpty() || !free || responses.hasEnded(responseId)) {
      return null;
    }
    Run run = responses.beganUnseen(responseId);
    openRound(run);
    return run;
  }

  private void openRound(Run run) {
    if (run.unwanted()) {
      audio.silence(run.id());
    } else if (!run.outOfBand()) {
      rounds.responseBegan(names.response(run.id()), configuration.offered());
    }
  }

  private void call(String responseId, Item.FunctionCall call, @Nullable Run run) {
    if (run != null && run.outOfBand()) {
      calls.skip(call, "it was made out of band, where no answer can reach it");
    } else {
      calls.done(responseId, call);
    }
  }

  /** What answers what nobody waits for must not stay in the conversation. It is told twice. */
  private void deleteUnwanted(Item item) {
    if (item.id() != null && deleted.put(item.id(), true) == null) {
      out.send(new ClientEvent.ItemDelete(item.id()));
    }
  }

  /** The response under way may have given no sign of life for too long: then it has ended. */
  void stalled() {
    Run run = responses.stalled();
    if (run != null) {
      audio.silence(run.id());
      transcripts.brokeOff();
      calls.responseEnded(run.id(), nothingKnown());
      mcp.responseEnded(run.id());
    }
  }

  /** An out-of-band response may have given no sign of life for too long. */
  void outOfBandStalled(String responseId) {
    Run run = responses.outOfBandStalled(responseId);
    if (run != null) {
      audio.silence(responseId);
    }
  }

  /** Lets be heard what had to wait for another. Called after every input. */
  void goOn() {
    for (ResponseEvent.Done done = audio.next(); done != null; done = audio.next()) {
      ended(done.response() == null ? nothingKnown() : done.response());
    }
  }

  private void ended(Response response) {
    Run run = responses.ending(response);
    if (run == null) {
      // A late end of an older one; what it called and we missed is run all the same.
      transcripts.sweep(response);
      calls.responseEnded(requireNonNullElse(response.id(), ""), response);
      return;
    }
    String id = run.id().isEmpty() ? requireNonNullElse(response.id(), "") : run.id();
    if (run.unwanted()) {
      if (!run.outOfBand()) {
        response.output().forEach(this::deleteUnwanted);
      }
    } else {
      transcripts.sweep(response);
    }
    if (!run.outOfBand() && !run.unwanted()) {
      calls.responseEnded(id, response);
      for (Item item : response.output()) {
        if (item instanceof McpItem call) {
          mcp.item(id, call, true);
        }
      }
      mcp.responseEnded(id);
    }
    boolean broke = response.status() == Response.Status.FAILED && run.heard();
    responses.ended(run, response);
    if (broke) {
      transcripts.brokeOff();
    }
  }

  /** The response in the conversation that is under way; empty: none is. */
  String running() {
    Run current = responses.current();
    return current == null ? "" : current.id();
  }

  /** The caller speaks over what is heard, and stops it unless it is protected from that. */
  void spokenOver() {
    Run current = responses.current();
    if (current == null ? audio.protectedIsHeard() : current.isProtected()) {
      return;
    }
    if (current != null) {
      current.spokenOver();
    }
    audio.interrupt(!configuration.serverInterrupts());
  }

  /** Nothing more comes of the old connection. */
  void connectionLost() {
    deleted.clear();
    audio.connectionLost();
    transcripts.brokeOff();
    transcripts.connectionLost();
    mcp.connectionLost();
  }

  private static Response nothingKnown() {
    return new Response(
        null, null, null, List.of(), null, null, null, null, null, null, null, null, Extras.NONE);
  }
}
