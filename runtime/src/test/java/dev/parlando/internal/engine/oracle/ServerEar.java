package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import java.util.BitSet;
import java.util.List;

/** Listens to the user: the input buffer and, where wanted, the detection of turns. */
final class ServerEar {

  private static final long LEAST_MS = 100;
  private static final int BYTES_PER_MS = 48;
  private static final long TRANSCRIPTION_MS = 600;

  private final ServerLine line;
  private final ServerResponses responses;
  private BitSet numbers = new BitSet();
  private long bufferMs;
  private String speechItem;

  ServerEar(ServerLine line, ServerResponses responses) {
    this.line = line;
    this.responses = responses;
  }

  void append(byte[] audio) {
    int number = Tokens.heardIn(audio);
    bufferMs += audio.length / BYTES_PER_MS;
    if (number > 0) {
      numbers.set(number);
      if (line.server.setup.vad() && speechItem == null) {
        speechItem = line.nextItemId();
        line.send(ServerEvents.speechStarted(speechItem));
        if (line.server.setup.interrupts()) {
          responses.interrupt();
        }
      }
    } else if (speechItem != null && !line.server.missesEndOfSpeech()) {
      line.send(ServerEvents.speechStopped(speechItem));
      take(speechItem);
      if (line.server.setup.creates()) {
        responses.respondByItself();
      }
    }
  }

  /** The client makes a turn of the buffer. */
  void commit(String eventId) {
    if (bufferMs < LEAST_MS) {
      line.send(
          ServerEvents.error("input_audio_buffer_commit_empty", "There is no audio.", eventId));
    } else {
      take(speechItem == null ? line.nextItemId() : speechItem);
    }
  }

  void clear() {
    speechItem = null;
    bufferMs = 0;
    numbers = new BitSet();
    line.send(ServerEvents.cleared());
  }

  /** The user was silent for long: the silence is committed, and the model speaks by itself. */
  void idle() {
    if (line.server.setup.vad() && speechItem == null) {
      String itemId = line.nextItemId();
      line.send(ServerEvents.timeoutTriggered(itemId));
      numbers = new BitSet();
      take(itemId);
      if (line.server.setup.creates()) {
        responses.respondByItself();
      }
    }
  }

  private void take(String itemId) {
    BitSet taken = numbers;
    numbers = new BitSet();
    bufferMs = 0;
    speechItem = null;
    Item item =
        new Item.Message(
            itemId,
            Item.Status.COMPLETED,
            Item.Role.USER,
            List.of(new ContentPart.InputAudio(null, null, Extras.NONE)),
            Extras.NONE);
    line.send(ServerEvents.committed(itemId));
    line.conversation.hear(itemId, taken);
    line.server.oracle.heard(itemId, taken);
    line.send(ServerEvents.added(item));
    line.send(ServerEvents.done(item));
    if (line.server.setup.transcribes()) {
      StringBuilder text = new StringBuilder("This is");
      taken.stream().forEach(number -> text.append(" a").append(number));
      line.server.agenda.after(
          TRANSCRIPTION_MS, () -> line.send(ServerEvents.transcribed(itemId, text.toString())));
    }
  }
}
