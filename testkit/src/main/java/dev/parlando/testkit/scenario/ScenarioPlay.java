package dev.parlando.testkit.scenario;

import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One scenario being played: does what the user does, and leaves expectations to a checker. */
final class ScenarioPlay {

  private static final Duration CHUNK = Duration.ofMillis(100);
  private static final int CHUNK_BYTES = (int) CHUNK.toMillis() * UserAudio.BYTES_PER_MILLI;
  private static final int SILENT_CHUNKS = 50;

  private final VoiceSession session;
  private final Stage stage;
  private final Pace pace;
  private final ConversationRecord record;
  private final Duration patience;
  private final Expectations expectations;
  private int repliesBefore;

  /** Completes when the session is idle after a reply began; null until one does. */
  private @Nullable CompletableFuture<Void> idle;

  ScenarioPlay(VoiceSession session, Stage stage, ConversationRecord record, Duration patience) {
    this.session = session;
    this.stage = stage;
    this.pace = stage.pace();
    this.record = record;
    this.patience = patience;
    this.expectations = new Expectations(record, pace, patience, this::quiet);
  }

  /**
   * Plays the steps to the end.
   *
   * @throws StepFailure at the first that doesn't go as it is to
   */
  void play(List<ScenarioStep> steps) throws StepFailure, InterruptedException {
    for (ScenarioStep step : steps) {
      if (step instanceof ScenarioStep.Expectation expectation) {
        expectations.check(expectation);
      } else if (!(step instanceof ScenarioStep.Model)) {
        pace.settle();
        expectations.checkNothingLeft();
        act(step);
      }
    }
    pace.await(this::quiet, record::closed, patience);
    expectations.checkNothingLeft();
  }

  private void act(ScenarioStep step) throws StepFailure, InterruptedException {
    if (step instanceof ScenarioStep.BargeIn bargeIn) {
      awaitAudio(bargeIn.at());
    }
    repliesBefore = record.replies();
    if (step instanceof ScenarioStep.UserText text) {
      record.userSays(text.text());
      session.sendText(text.text());
      expectations.userEnded();
    } else if (step instanceof ScenarioStep.UserSpeech speech) {
      speak(speech.audio());
    } else if (step instanceof ScenarioStep.BargeIn bargeIn) {
      speak(bargeIn.audio());
    } else if (step instanceof ScenarioStep.Pause pause) {
      pace.pass(pause.duration());
    }
    idle = null;
    pace.settle();
  }

  /**
   * Whether nothing more comes of what the user did last. A session is idle also while the server
   * has not begun to reply to speech; so only what is so after the beginning of a reply counts.
   */
  private boolean quiet() {
    if (record.closed()) {
      return true;
    }
    if (record.replies() <= repliesBefore) {
      return false;
    }
    if (idle == null) {
      idle = session.idle();
      var unused = idle.thenRun(record::wake);
    }
    return idle.isDone();
  }

  /** Waits until so much of a reply's audio has been played. */
  private void awaitAudio(Duration at) throws StepFailure, InterruptedException {
    if (!pace.await(() -> record.audioSinceMs() != null, this::quiet, patience)) {
      throw new StepFailure("There was no spoken reply to speak over.");
    }
    Long since = record.audioSinceMs();
    long already = since == null ? 0 : pace.nowMs() - since;
    pace.pass(Duration.ofMillis(Math.max(0, at.toMillis() - already)));
  }

  /** Speaks in the time that it takes, and is then silent until the server has noticed. */
  private void speak(UserAudio audio) throws InterruptedException {
    record.userSays("(speaks) " + audio);
    stage.userSpeaks(audio);
    int pauses = record.pausesOfUser();
    byte[] pcm = audio.pcm();
    for (int from = 0; from < pcm.length; from += CHUNK_BYTES) {
      append(Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + CHUNK_BYTES)));
    }
    expectations.userEnded();
    byte[] silence = ToneSpeech.silence((int) CHUNK.toMillis());
    for (int i = 0; i < SILENT_CHUNKS && record.pausesOfUser() == pauses; i++) {
      append(silence);
    }
  }

  private void append(byte[] chunk) throws InterruptedException {
    session.appendAudio(chunk);
    pace.pass(Duration.ofMillis(chunk.length / UserAudio.BYTES_PER_MILLI));
  }
}
