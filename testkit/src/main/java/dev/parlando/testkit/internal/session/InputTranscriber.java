package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Utterance;
import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.ToneDecoder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Transcribes the user's audio, and sends the transcription where one is configured. */
final class InputTranscriber {

  private static final Pattern WORD = Pattern.compile("\\s*\\S+");

  private final SessionContext session;
  private final SessionResponses responses;

  InputTranscriber(SessionContext session, SessionResponses responses) {
    this.session = session;
    this.responses = responses;
  }

  /** Starts to transcribe an item's audio, on another thread. */
  void start(ConversationItem item) {
    AudioClip clip = item.clip(0);
    if (clip == null) {
      return;
    }
    boolean sends = session.config().transcribesInput();
    CompletableFuture<String> transcript =
        CompletableFuture.supplyAsync(() -> transcribe(item.id(), clip), session.link().thinking());
    item.transcribedBy(transcript.exceptionally(problem -> ""));
    if (sends) {
      var unused =
          transcript.whenComplete(
              (text, problem) ->
                  session
                      .link()
                      .execute(
                          () ->
                              responses.interject(
                                  () -> send(item, clip, text == null ? "" : text, problem))));
    }
  }

  private String transcribe(String itemId, AudioClip clip) {
    AudioEncoding encoding = clip.encoding();
    short[] samples = encoding.decode(clip.bytes());
    return session
        .brain()
        .transcribe(new Utterance(itemId, samples, encoding.sampleRate()))
        .or(() -> ToneDecoder.decode(samples, encoding.sampleRate()))
        .orElse("");
  }

  private void send(
      ConversationItem item, AudioClip clip, String text, @Nullable Throwable problem) {
    if (problem != null) {
      Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
      failed(
          item.id(), "server_error", String.valueOf(cause == null ? problem : cause.getMessage()));
    } else if (text.isEmpty()) {
      failed(item.id(), "audio_unintelligible", "The audio could not be transcribed.");
    } else {
      transcribed(item, clip, text);
    }
  }

  private void transcribed(ConversationItem item, AudioClip clip, String text) {
    if (item.node().path("content").path(0) instanceof ObjectNode part) {
      part.put("transcript", text);
    }
    WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(word -> session.link().send(event("delta", item.id()).put("delta", word)));
    ObjectNode completed = event("completed", item.id()).put("transcript", text);
    completed
        .putObject("usage")
        .put("type", "duration")
        .put("seconds", (int) Math.ceil(clip.millis() / 1000));
    session.link().send(completed);
  }

  private void failed(String itemId, String code, String message) {
    ObjectNode failed = event("failed", itemId);
    failed
        .putObject("error")
        .put("type", "transcription_error")
        .put("code", code)
        .put("message", message)
        .putNull("param");
    session.link().send(failed);
  }

  private static ObjectNode event(String ending, String itemId) {
    return Json.event("conversation.item.input_audio_transcription." + ending)
        .put("item_id", itemId)
        .put("content_index", 0);
  }
}
