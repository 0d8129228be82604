package dev.parlando.internal.engine.io;

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
import java.time.Duration;
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
 * @param seed where chance comes from: the pauses before a redial
 */
public record EngineOptions(
    SessionConfig session,
    @Nullable Dialect dialect,
    boolean sideband,
    List<Item> history,
    SessionOptions options,
    long seed) {

  private static final Duration SERVER_RESPONSE = Duration.ofSeconds(2);

  /** How long the user may speak without end, for holding responses back, in ms. */
  public static final long LONGEST_SPEECH_MS = 60_000;

  /** How long a response may be put off because the server's limits are used up, in ms. */
  public static final long LONGEST_RATE_LIMIT_MS = 10_000;

  /** The same chance each time. */
  public EngineOptions(
      SessionConfig session,
      @Nullable Dialect dialect,
      boolean sideband,
      List<Item> history,
      SessionOptions options) {
    this(session, dialect, sideband, history, options, 0);
  }

  /** Copies the list. */
  public EngineOptions {
    history = List.copyOf(history);
  }

  /** The format of the user's audio; what the servers take where none is configured. */
  public AudioFormat inputFormat() {
    return requireNonNullElse(session.inputFormat(), AudioFormat.PCM16_24K);
  }

  public Timeouts timeouts() {
    return options.timeouts();
  }

  public ToolLimits toolLimits() {
    return options.toolLimits();
  }

  public ReconnectPolicy reconnect() {
    return options.reconnect();
  }

  public AudioBuffers audioBuffers() {
    return options.audioBuffers();
  }

  public SessionBudget budget() {
    return options.budget();
  }

  /** Until when a requested response must have begun, in ms. */
  public long responseMs() {
    return timeouts().response().toMillis();
  }

  /** How long the server may take to respond by itself, in ms. */
  public long serverResponseMs() {
    return timeouts().serverResponse().orElse(SERVER_RESPONSE).toMillis();
  }

  /** How long a response may give no sign of life, in ms. */
  public long stallMs() {
    return 3 * responseMs();
  }
}
