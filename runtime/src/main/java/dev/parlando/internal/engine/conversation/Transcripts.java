package dev.parlando.internal.engine.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What both sides said. Each transcript is told once, even if its event comes twice or never. */
public final class Transcripts {

  /** As much is kept of what the model is speaking, in characters. */
  private static final int LONGEST = 100_000;

  private final Outbox out;
  private final History history;
  private final Map<String, Boolean> told = new Bounded<>(10_000);
  private final Map<String, String> snapshots = new Bounded<>(100);

  /** The transcript so far of the item that the model is speaking. */
  private final StringBuilder speaking = new StringBuilder();

  private String speakingItem = "";

  public Transcripts(Outbox out, History history) {
    this.out = out;
    this.history = history;
  }

  public void on(TranscriptionEvent event) {
    if (event instanceof TranscriptionEvent.Delta delta) {
      if (delta.delta() != null && !told.containsKey(key(delta.itemId(), delta.contentIndex()))) {
        out.tell(new SpeechEvent.Partial(requireNonNullElse(delta.itemId(), ""), delta.delta()));
      }
    } else if (event instanceof TranscriptionEvent.Completed completed) {
      if (inProgress(completed)) {
        // A snapshot, which the next may correct.
        snapshot(completed.itemId(), completed.contentIndex(), completed.transcript());
        return;
      }
      user(
          completed.itemId(),
          completed.contentIndex(),
          requireNonNullElse(completed.transcript(), ""));
    } else if (event instanceof TranscriptionEvent.Updated updated) {
      snapshot(updated.itemId(), updated.contentIndex(), updated.transcript());
    } else if (event instanceof TranscriptionEvent.Failed failed) {
      out.tell(ErrorCodes.transcription(failed.error()));
      user(failed.itemId(), failed.contentIndex(), "");
    }
  }

  /** Some servers tell a transcript as it grows under the name of the completed one. */
  private static boolean inProgress(TranscriptionEvent.Completed event) {
    JsonNode status = event.extras().get("status");
    return status != null && status.isString() && status.asString().equals("in_progress");
  }

  private void snapshot(
      @Nullable String itemId, @Nullable Integer contentIndex, @Nullable String transcript) {
    String key = key(itemId, contentIndex);
    if (told.containsKey(key)) {
      return; // It came late: the completed one is known.
    }
    String item = requireNonNullElse(itemId, "");
    String text = requireNonNullElse(transcript, "");
    String before = requireNonNullElse(snapshots.put(key, text), "");
    history.transcript(item, contentIndex == null ? 0 : contentIndex, text);
    if (text.startsWith(before) && text.length() > before.length()) {
      out.tell(new SpeechEvent.Partial(item, text.substring(before.length())));
    }
  }

  private void user(@Nullable String itemId, @Nullable Integer contentIndex, String text) {
    if (told.put(key(itemId, contentIndex), true) == null) {
      history.transcript(
          requireNonNullElse(itemId, ""), contentIndex == null ? 0 : contentIndex, text);
      out.tell(new SpeechEvent.Transcript(requireNonNullElse(itemId, ""), text));
    }
  }

  public void partial(
      @Nullable String responseId, @Nullable String itemId, @Nullable String delta) {
    if (delta != null) {
      String item = requireNonNullElse(itemId, "");
      if (!item.equals(speakingItem)) {
        speakingItem = item;
        speaking.setLength(0);
      }
      if (speaking.length() < LONGEST) {
        speaking.append(delta);
      }
      out.tell(
          new ReplyEvent.Partial(
              requireNonNullElse(responseId, ""), requireNonNullElse(itemId, ""), delta));
    }
  }

  public void complete(
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String text) {
    if (text != null && told.put(key(itemId, contentIndex), true) == null) {
      history.transcript(
          requireNonNullElse(itemId, ""), contentIndex == null ? 0 : contentIndex, text);
      out.tell(
          new ReplyEvent.Transcript(
              requireNonNullElse(responseId, ""), requireNonNullElse(itemId, ""), text));
    }
  }

  /**
   * A response broke off after a part of it was heard: what is known of it is all that there will
   * be.
   */
  public void brokeOff() {
    if (!speaking.isEmpty() && !told.containsKey(key(speakingItem, 0))) {
      history.heard(speakingItem, speaking.toString() + "…");
    }
    speaking.setLength(0);
    speakingItem = "";
  }

  /** A new connection: its items have nothing to do with the old ones, whatever they are called. */
  public void connectionLost() {
    told.clear();
    snapshots.clear();
  }

  /** Tells the text of a response whose own events got lost. */
  public void sweep(Response response) {
    for (Item item : response.output()) {
      if (item instanceof Item.Message message && message.status() != Item.Status.IN_PROGRESS) {
        for (int i = 0; i < message.content().size(); i++) {
          complete(response.id(), message.id(), i, transcript(message.content().get(i)));
        }
      }
    }
  }

  private static @Nullable String transcript(ContentPart part) {
    if (part instanceof ContentPart.OutputText text) {
      return text.text();
    }
    return part instanceof ContentPart.OutputAudio audio ? audio.transcript() : null;
  }

  private static String key(@Nullable String itemId, @Nullable Integer contentIndex) {
    return itemId + "#" + (contentIndex == null ? 0 : contentIndex);
  }
}
