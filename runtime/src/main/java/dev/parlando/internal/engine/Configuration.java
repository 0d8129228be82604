package dev.parlando.internal.engine;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What the session is configured as, with all changes so far. A change goes out so that nothing
 * which it leaves out falls back to a default.
 */
final class Configuration {

  private final Outbox out;
  private SessionConfig current;
  private boolean spoken;

  Configuration(Outbox out, SessionConfig initial) {
    this.out = out;
    this.current = initial;
  }

  SessionConfig current() {
    return current;
  }

  /** The model has spoken: its voice is fixed from now on. */
  void modelSpoke() {
    spoken = true;
  }

  /** A new connection: nobody has spoken on it. */
  void reconnected() {
    spoken = false;
  }

  /** Takes a change over, and gives what is to be sent for it. */
  SessionConfig change(SessionConfig changes) {
    SessionConfig wanted = changes;
    if (spoken && changes.voice() != null) {
      if (!changes.voice().equals(current.voice())) {
        out.tell(
            new Failure(
                Failure.Kind.REQUEST,
                "cannot_update_voice",
                "The voice can't be changed once the model has spoken"));
      }
      wanted = changes.toBuilder().voice(null).build();
    }
    current = merged(current, wanted);
    return touchesAudio(wanted) ? withAudio(wanted) : wanted;
  }

  /** Whether servers merge nested audio settings is not known, so they always go out together. */
  private SessionConfig withAudio(SessionConfig changes) {
    return changes.toBuilder()
        .inputFormat(current.inputFormat())
        .transcription(current.transcription())
        .noiseReduction(current.noiseReduction())
        .turnDetection(current.turnDetection())
        .outputFormat(current.outputFormat())
        .voice(spoken ? null : current.voice())
        .speed(current.speed())
        .build();
  }

  private static boolean touchesAudio(SessionConfig config) {
    return config.inputFormat() != null
        || config.transcription() != null
        || config.noiseReduction() != null
        || config.turnDetection() != null
        || config.outputFormat() != null
        || config.voice() != null
        || config.speed() != null;
  }

  private static SessionConfig merged(SessionConfig base, SessionConfig changes) {
    return base.toBuilder()
        .modalities(or(changes.modalities(), base.modalities()))
        .instructions(or(changes.instructions(), base.instructions()))
        .tools(or(changes.tools(), base.tools()))
        .toolChoice(or(changes.toolChoice(), base.toolChoice()))
        .parallelToolCalls(or(changes.parallelToolCalls(), base.parallelToolCalls()))
        .reasoningEffort(or(changes.reasoningEffort(), base.reasoningEffort()))
        .inputFormat(or(changes.inputFormat(), base.inputFormat()))
        .transcription(or(changes.transcription(), base.transcription()))
        .noiseReduction(or(changes.noiseReduction(), base.noiseReduction()))
        .turnDetection(or(changes.turnDetection(), base.turnDetection()))
        .outputFormat(or(changes.outputFormat(), base.outputFormat()))
        .voice(or(changes.voice(), base.voice()))
        .speed(or(changes.speed(), base.speed()))
        .temperature(or(changes.temperature(), base.temperature()))
        .maxOutputTokens(or(changes.maxOutputTokens(), base.maxOutputTokens()))
        .truncation(or(changes.truncation(), base.truncation()))
        .include(or(changes.include(), base.include()))
        .tracing(or(changes.tracing(), base.tracing()))
        .prompt(or(changes.prompt(), base.prompt()))
        .build();
  }

  private static <T> @Nullable T or(@Nullable T change, @Nullable T base) {
    return change != null ? change : base;
  }
}
