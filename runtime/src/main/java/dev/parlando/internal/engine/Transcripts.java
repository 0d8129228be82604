package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transcripts of both sides. Each transcript is told once, even if its event comes twice or
 * never.
 */
final class Transcripts {

  private final Outbox out;
  private final History history;
  private final Map<String, Boolean> told = new Bounded<>(10_000);

  Transcripts(Outbox out, History history) {
    this.out = out;
    this.history = history;
  }

  void on(TranscriptionEvent event) {
    if (event instanceof TranscriptionEvent.Delta delta) {
      if (delta.delta() != null && !told.containsKey(key(delta.itemId(), delta.contentIndex()))) {
        out.tell(new SpeechEvent.Partial(requireNonNullElse(delta.itemId(), ""), delta.delta()));
      }
    } else if (event instanceof TranscriptionEvent.Completed completed) {
      user(
          completed.itemId(),
          completed.contentIndex(),
          requireNonNullElse(completed.transcript(), ""));
    } else if (event instanceof TranscriptionEvent.Failed failed) {
      out.tell(ErrorCodes.transcription(failed.error()));
      user(failed.itemId(), failed.contentIndex(), "");
    }
  }

  private void user(@Nullable String itemId, @Nullable Integer contentIndex, String text) {
    if (told.put(key(itemId, contentIndex), true) == null) {
      history.words(requireNonNullElse(itemId, ""), contentIndex == null ? 0 : contentIndex, text);
      out.tell(new SpeechEvent.Transcript(requireNonNullElse(itemId, ""), text));
    }
  }

  void partial(@Nullable String responseId, @Nullable String itemId, @Nullable String delta) {
    if (delta != null) {
      out.tell(
          new ReplyEvent.Partial(
              requireNonNullElse(responseId, ""), requireNonNullElse(itemId, ""), delta));
    }
  }

  void complete(
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String text) {
    if (text != null && told.put(key(itemId, contentIndex), true) == null) {
      history.words(requireNonNullElse(itemId, ""), contentIndex == null ? 0 : contentIndex, text);
      out.tell(
          new ReplyEvent.Transcript(
              requireNonNullElse(responseId, ""), requireNonNullElse(itemId, ""), text));
    }
  }

  /** Tells the transcript of a reply whose own events got lost. */
  void sweep(Response response) {
    for (Item item : response.output()) {
      if (item instanceof Item.Message message && message.status() == Item.Status.COMPLETED) {
        for (int i = 0; i < message.content().size(); i++) {
          complete(response.id(), message.id(), i, words(message.content().get(i)));
        }
      }
    }
  }

  private static @Nullable String words(ContentPart part) {
    if (part instanceof ContentPart.OutputText text) {
      return text.text();
    }
    return part instanceof ContentPart.OutputAudio audio ? audio.transcript() : null;
  }

  private static String key(@Nullable String itemId, @Nullable Integer contentIndex) {
    return itemId + "#" + (contentIndex == null ? 0 : contentIndex);
  }
}
