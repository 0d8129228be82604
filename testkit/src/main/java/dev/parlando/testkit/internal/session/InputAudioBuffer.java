package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.SpeechDetector;
import dev.parlando.testkit.internal.rules.RefusedException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The audio that the client appends, and the turns in it. */
final class InputAudioBuffer {

  private static final int MAX_BYTES = 15 * 1024 * 1024;
  private static final int MIN_COMMIT_MILLIS = 100;

  private final SessionContext session;
  private final SessionResponses responses;
  private final InputTranscriber transcriber;
  private final OwnResponses ownResponses;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private AudioEncoding encoding;
  private Optional<VadSettings> detection = Optional.empty();
  private @Nullable SpeechDetector detector;
  private @Nullable String speechItemId;
  private long speechStart;
  private final IdleTimeout idle;
  private long silenceStart;

  /** Where the buffer begins, in ms from the first sample of the session. */
  private long bufferStart;

  InputAudioBuffer(
      SessionContext session, SessionResponses responses, InputTranscriber transcriber) {
    this.session = session;
    this.responses = responses;
    this.transcriber = transcriber;
    this.ownResponses = new OwnResponses(session, responses);
    this.encoding = session.config().inputEncoding();
    this.idle = new IdleTimeout(session.link(), this::timedOut);
    responses.onReply(this::replied);
    configured();
  }

  /** Takes note of a changed configuration. */
  void configured() {
    AudioEncoding newEncoding = session.config().inputEncoding();
    Optional<VadSettings> newDetection = session.config().turnDetection();
    if (newEncoding == encoding && newDetection.equals(detection)) {
      return;
    }
    if (newEncoding != encoding) {
      discard(bufferEnd());
      encoding = newEncoding;
    }
    idle.stop();
    detection = newDetection;
    speechItemId = null;
    listenAnew();
  }

  private void listenAnew() {
    detector = detection.map(each -> each.detector(encoding, bufferEnd())).orElse(null);
  }

  /**
   * Takes audio in.
   *
   * @throws RefusedException if it is no base64 or too much at once
   */
  void append(String base64) {
    byte[] bytes = AudioClip.decode(base64, "audio");
    if (bytes.length > MAX_BYTES) {
      throw RefusedException.value("audio", "one event may bring at most 15 MiB of audio.");
    }
    buffer.writeBytes(bytes);
    if (detector == null || detection.isEmpty()) {
      return;
    }
    for (SpeechDetector.Boundary boundary : detector.feed(encoding.decode(bytes))) {
      if (boundary instanceof SpeechDetector.Started started) {
        started(started.millis(), detection.get());
      } else if (boundary instanceof SpeechDetector.Stopped stopped) {
        stopped(stopped.millis(), detection.get());
      }
    }
    if (speechItemId == null) {
      discard(bufferEnd() - detection.get().prefixMillis());
    }
  }

  /** The conversation has a reply, which takes its time to be played. */
  private void replied(double audioMillis) {
    detection
        .map(VadSettings::idleTimeout)
        .filter(limit -> speechItemId == null)
        .ifPresent(
            limit -> {
              silenceStart = bufferEnd() + (long) audioMillis;
              idle.start(limit.plusMillis((long) audioMillis));
            });
  }

  /** The silence becomes a turn that the model is to answer. */
  private void timedOut() {
    if (responses.busy()) {
      return;
    }
    String itemId = session.ids().next("item");
    long end = bufferEnd();
    session
        .link()
        .send(
            Json.event("input_audio_buffer.timeout_triggered")
                .put("audio_start_ms", Math.min(silenceStart, end))
                .put("audio_end_ms", end)
                .put("item_id", itemId));
    ConversationItem silence = commit(itemId, buffer.toByteArray());
    silence.transcribedBy(CompletableFuture.completedFuture(""));
    discard(end);
    ownResponses.answer(silence);
  }

  private void started(long millis, VadSettings turns) {
    idle.stop();
    speechStart = Math.max(bufferStart, millis - turns.prefixMillis());
    speechItemId = session.ids().next("item");
    session
        .link()
        .send(
            Json.event("input_audio_buffer.speech_started")
                .put("audio_start_ms", speechStart)
                .put("item_id", speechItemId));
    if (turns.interrupts()) {
      responses.interrupt();
    }
  }

  private void stopped(long millis, VadSettings turns) {
    String itemId = speechItemId == null ? session.ids().next("item") : speechItemId;
    speechItemId = null;
    session
        .link()
        .send(
            Json.event("input_audio_buffer.speech_stopped")
                .put("audio_end_ms", millis)
                .put("item_id", itemId));
    discard(speechStart);
    int length = (int) ((millis - bufferStart) * encoding.bytesPerMilli());
    ConversationItem turn =
        commit(itemId, Arrays.copyOf(buffer.toByteArray(), Math.min(length, buffer.size())));
    transcriber.start(turn);
    discard(millis);
    if (turns.createsResponse() && !session.config().transcriptionOnly()) {
      ownResponses.answer(turn);
    }
  }

  /**
   * Makes a turn of what is in the buffer.
   *
   * @throws RefusedException if that is too little
   */
  void commit() {
    double millis = encoding.millis(buffer.size());
    if (millis < MIN_COMMIT_MILLIS) {
      throw new RefusedException(
          "input_audio_buffer_commit_empty",
          null,
          ("Error committing input audio buffer: buffer too small. Expected at least %dms of audio,"
                  + " but buffer only has %.2fms of audio.")
              .formatted(MIN_COMMIT_MILLIS, millis));
    }
    String itemId = speechItemId == null ? session.ids().next("item") : speechItemId;
    speechItemId = null;
    transcriber.start(commit(itemId, buffer.toByteArray()));
    discard(bufferEnd());
    listenAnew();
  }

  void clear() {
    discard(bufferEnd());
    speechItemId = null;
    listenAnew();
    session.link().send(Json.event("input_audio_buffer.cleared"));
  }

  private ConversationItem commit(String itemId, byte[] audio) {
    ObjectNode node =
        Json.object()
            .put("id", itemId)
            .put("type", "message")
            .put("status", "completed")
            .put("role", "user");
    node.putArray("content").addObject().put("type", "input_audio").putNull("transcript");
    ConversationItem item = ConversationItem.made(node);
    item.clip(0, encoding).append(audio);
    session.conversation().append(item);
    session
        .link()
        .send(
            Json.event("input_audio_buffer.committed")
                .put("previous_item_id", item.previousId())
                .put("item_id", itemId));
    session.link().send(ItemEvents.added(item));
    session.link().send(ItemEvents.done(item));
    return item;
  }

  private long bufferEnd() {
    return bufferStart + (long) encoding.millis(buffer.size());
  }

  /** Drops what lies before a time. */
  private void discard(long beforeMillis) {
    int bytes = (int) Math.max(0, (beforeMillis - bufferStart) * encoding.bytesPerMilli());
    if (bytes == 0) {
      return;
    }
    byte[] all = buffer.toByteArray();
    int dropped = Math.min(bytes, all.length);
    buffer.reset();
    buffer.write(all, dropped, all.length - dropped);
    bufferStart = beforeMillis;
  }
}
