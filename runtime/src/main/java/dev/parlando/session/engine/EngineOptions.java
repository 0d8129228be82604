package dev.parlando.session.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.realtime.AudioFormat;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.SessionConfig;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves.
 *
 * @param session what is configured, without the tools
 * @param dialect the dialect to speak; null: the server's first event decides
 * @param sideband whether this is a side channel of a call that runs elsewhere: its server does not
 *     greet, and its sound is heard elsewhere
 * @param times how long things may take
 * @param limits how much there may be
 * @param budget what the session may use
 */
public record EngineOptions(
    SessionConfig session,
    @Nullable Dialect dialect,
    boolean sideband,
    Times times,
    Limits limits,
    Budget budget) {

  /** The format of the user's sound; what the servers take where none is configured. */
  AudioFormat inputFormat() {
    return requireNonNullElse(session.inputFormat(), AudioFormat.PCM16_24K);
  }

  /**
   * Times, in ms.
   *
   * @param connect until when the session must be ready
   * @param reply until when a requested reply must have begun
   * @param stall how long a reply may give no sign of life
   * @param speech how long the user may speak without end, for holding replies back
   * @param vadReply how long a server may take to reply by itself after the user stopped speaking
   * @param tool how long a tool may take that has no limit of its own; 0: no limit
   * @param siblings how long the answers of a response's calls wait for the slow ones among them;
   *     0: till the last
   * @param close how long the server may take to answer a close
   * @param backoff the pause before the first attempt to reconnect; each further one is twice as
   *     long
   * @param maxBackoff the longest such pause
   * @param rateLimit how long a reply may be put off because the server's limits are used up
   */
  public record Times(
      long connect,
      long reply,
      long stall,
      long speech,
      long vadReply,
      long tool,
      long siblings,
      long close,
      long backoff,
      long maxBackoff,
      long rateLimit) {

    /** Fit for most. */
    public static final Times DEFAULTS =
        new Times(15_000, 10_000, 30_000, 60_000, 2_000, 60_000, 0, 2_000, 500, 8_000, 10_000);
  }

  /**
   * Limits.
   *
   * @param concurrentTools how many tools may run at once
   * @param queuedTools how many calls may wait for that
   * @param outputChars the longest output in characters; the rest is cut off
   * @param toolRounds how many replies in a row may call tools before the model must speak
   * @param argumentCorrections how often in a turn the model may correct its arguments for one tool
   * @param attempts how many attempts to reconnect there are after one loss
   * @param reconnects how many losses a session survives
   * @param heldAudioMs how much of the user's sound is held while there is no connection, in ms
   */
  public record Limits(
      int concurrentTools,
      int queuedTools,
      int outputChars,
      int toolRounds,
      int argumentCorrections,
      int attempts,
      int reconnects,
      long heldAudioMs) {

    /** Fit for most. */
    public static final Limits DEFAULTS = new Limits(16, 64, 32_000, 10, 3, 5, 50, 10_000);
  }
}
