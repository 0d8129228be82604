package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.AudioFormat;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.options.AudioBuffers;
import dev.parlando.session.options.ReconnectPolicy;
import dev.parlando.session.options.SessionBudget;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.session.options.Timeouts;
import dev.parlando.session.options.ToolLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves.
 *
 * @param session what is configured, without the tools
 * @param dialect the dialect to speak; null: the server's first event decides
 * @param sideband whether this is a side channel of a call that runs elsewhere: its server does not
 *     greet, and its audio is heard elsewhere
 * @param history the items that the conversation begins with
 * @param options what the application chose
 */
public record EngineOptions(
    SessionConfig session,
    @Nullable Dialect dialect,
    boolean sideband,
    List<Item> history,
    SessionOptions options) {

  /** How long the user may speak without end, for holding replies back, in ms. */
  static final long LONGEST_SPEECH_MS = 60_000;

  /** How long a reply may be put off because the server's limits are used up, in ms. */
  static final long LONGEST_RATE_LIMIT_MS = 10_000;

  /** Copies the list. */
  public EngineOptions {
    history = List.copyOf(history);
  }

  /** The format of the user's audio; what the servers take where none is configured. */
  AudioFormat inputFormat() {
    return requireNonNullElse(session.inputFormat(), AudioFormat.PCM16_24K);
  }

  Timeouts timeouts() {
    return options.timeouts();
  }

  ToolLimits toolLimits() {
    return options.toolLimits();
  }

  ReconnectPolicy reconnect() {
    return options.reconnect();
  }

  AudioBuffers audioBuffers() {
    return options.audioBuffers();
  }

  SessionBudget budget() {
    return options.budget();
  }

  /** Until when a requested response must have begun, in ms. */
  long responseMs() {
    return timeouts().response().toMillis();
  }

  /** How long a response may give no sign of life, in ms. */
  long stallMs() {
    return 3 * responseMs();
  }
}
