package dev.parlando.testkit.replay;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.speech.ToneSpeech;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Does again what the user and the application did in a recorded session. Not thread-safe. */
final class UserActs {

  private static final int SILENCE_MS = 100;

  private final List<RecordedEvent> events;
  private boolean replyIsDue;

  UserActs(List<RecordedEvent> events) {
    this.events = events;
  }

  /**
   * Whether a recorded event is one of the user's or the application's own; all else a session does
   * by itself.
   */
  boolean isAct(int index) {
    RecordedEvent recorded = events.get(index);
    if (recorded.side() == RecordedEvent.Side.SERVER) {
      return false;
    }
    return switch (recorded.type()) {
      case "input_audio_buffer.append",
          "input_audio_buffer.commit",
          "input_audio_buffer.clear",
          "response.cancel" ->
          true;
      case "conversation.item.create" -> !isOutput(recorded);
      case "response.create" -> !followsOutput(index);
      default -> false;
    };
  }

  private static boolean isOutput(RecordedEvent recorded) {
    return recorded.event().at("/item/type").asString("").equals("function_call_output");
  }

  /** Whether a session asks for this response because of an answered call. */
  private boolean followsOutput(int index) {
    for (int i = index - 1; i >= 0; i--) {
      RecordedEvent before = events.get(i);
      if (before.side() == RecordedEvent.Side.CLIENT && isOutput(before)) {
        return true;
      }
      if (isAct(i) || before.type().equals("response.created")) {
        return false;
      }
    }
    return false;
  }

  /** Does it. */
  void act(int index, VoiceSession session) {
    RecordedEvent recorded = events.get(index);
    switch (recorded.type()) {
      case "input_audio_buffer.append" -> session.appendAudio(audio(recorded));
      case "input_audio_buffer.commit" -> {
        session.commit();
        replyIsDue = true;
      }
      case "input_audio_buffer.clear" -> session.clearAudio();
      case "response.cancel" -> session.interrupt();
      case "conversation.item.create" -> add(recorded, session);
      default -> {
        if (!replyIsDue) {
          session.requestResponse();
        }
        replyIsDue = false;
      }
    }
  }

  /** Silence where the audio was left out, as much as makes a turn. */
  private static byte[] audio(RecordedEvent recorded) {
    return read(recorded) instanceof ClientEvent.AudioAppend append && append.audio().length > 0
        ? append.audio()
        : ToneSpeech.silence(SILENCE_MS);
  }

  private void add(RecordedEvent recorded, VoiceSession session) {
    if (!(read(recorded) instanceof ClientEvent.ItemCreate create) || create.item() == null) {
      return;
    }
    if (create.item() instanceof Item.Message message
        && message.role() == Item.Role.USER
        && message.content().size() == 1
        && message.content().get(0) instanceof ContentPart.InputText text
        && text.text() != null) {
      session.sendText(text.text());
      replyIsDue = true;
    } else {
      session.addItem(create.item());
    }
  }

  private static ClientEvent read(RecordedEvent recorded) {
    try {
      return EventCodec.client().read(recorded.event().toString().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedEventException e) {
      throw new IllegalArgumentException(
          "The recorded " + recorded.type() + " can't be read: " + e.getMessage(), e);
    }
  }
}
