package dev.parlando.session;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.engine.EngineOptions;
import dev.parlando.session.engine.EngineOptions.Limits;
import dev.parlando.session.engine.EngineOptions.Times;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** How a session behaves. Immutable; {@link #DEFAULTS} suits most. */
public final class SessionOptions {

  /** Each setting as its builder method says. */
  public static final SessionOptions DEFAULTS = builder().build();

  private final Builder settings;

  private SessionOptions(Builder settings) {
    this.settings = settings;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  SessionConfig config() {
    return settings.config;
  }

  Transport transport() {
    return settings.transport;
  }

  SessionTime time() {
    return settings.time;
  }

  Duration closeTimeout() {
    return settings.closeTimeout;
  }

  Executor executor() {
    return settings.executor;
  }

  Executor toolExecutor() {
    return settings.toolExecutor;
  }

  ArgumentOptions arguments() {
    ArgumentOptions options = new ArgumentOptions(settings.time.clock(), settings.repairs);
    return settings.validator == null ? options : options.withValidator(settings.validator);
  }

  int listenerAudioBytes() {
    return settings.listenerAudioBytes;
  }

  long unsentAudioBytes() {
    return settings.unsentAudioBytes;
  }

  EngineOptions engine(SessionConfig config, Endpoint endpoint) {
    Times defaults = Times.DEFAULTS;
    return new EngineOptions(
        config,
        endpoint.dialect().orElse(null),
        endpoint.sideband(),
        new Times(
            settings.connectTimeout.toMillis(),
            settings.replyTimeout.toMillis(),
            3 * settings.replyTimeout.toMillis(),
            defaults.speech(),
            settings.vadReplyTimeout.toMillis(),
            settings.toolTimeout.toMillis(),
            settings.siblingTimeout.toMillis(),
            settings.closeTimeout.toMillis(),
            settings.reconnectBackoff.toMillis(),
            defaults.maxBackoff(),
            defaults.rateLimit()),
        new Limits(
            settings.concurrentTools,
            settings.queuedTools,
            settings.outputChars,
            settings.toolRounds,
            settings.argumentCorrections,
            settings.reconnectAttempts,
            settings.reconnects,
            settings.heldAudio.toMillis()),
        settings.budget.forEngine());
  }

  /** Settings of a session. */
  public static final class Builder {

    private SessionConfig config = SessionConfig.builder().build();
    private Transport transport = Transport.ofDefaults();
    private SessionTime time = SessionTime.system();
    private Executor executor = Threads.shared();
    private Executor toolExecutor = Threads.shared();
    private boolean repairs = true;
    private @Nullable Validator validator;
    private int listenerAudioBytes = 4 << 20;
    private long unsentAudioBytes = 1 << 20;
    private Duration connectTimeout = Duration.ofSeconds(15);
    private Duration replyTimeout = Duration.ofSeconds(10);
    private Duration vadReplyTimeout = Duration.ofSeconds(2);
    private Duration toolTimeout = Duration.ofSeconds(60);
    private Duration siblingTimeout = Duration.ZERO;
    private Duration closeTimeout = Duration.ofSeconds(2);
    private int concurrentTools = 16;
    private int queuedTools = 64;
    private int outputChars = 32_000;
    private int toolRounds = 10;
    private int argumentCorrections = 3;
    private Duration reconnectBackoff = Duration.ofMillis(500);
    private int reconnectAttempts = 5;
    private int reconnects = 50;
    private Duration heldAudio = Duration.ofSeconds(10);
    private SessionBudget budget = SessionBudget.UNLIMITED;

    private Builder() {}

    /**
     * What is configured at the server: turn detection, transcription, formats. Instructions, voice
     * and tools of the agent fill in what it leaves out.
     */
    public Builder config(SessionConfig config) {
      this.config = config;
      return this;
    }

    /** The WebSocket library; Java-WebSocket unless set. */
    public Builder transport(Transport transport) {
      this.transport = transport;
      return this;
    }

    /** The time to live by; the system's unless set. */
    public Builder time(SessionTime time) {
      this.time = time;
      return this;
    }

    /**
     * Runs the session's own short tasks and its listeners, each of the two one task at a time; by
     * default virtual threads, or platform threads before JDK 21. Tools are better kept apart. It
     * must neither wait for a thread nor run a task on the caller's, which may be the socket's.
     */
    public Builder executor(Executor executor) {
      this.executor = executor;
      return this;
    }

    /** Runs tools; by default virtual threads, or a thread per running tool before JDK 21. */
    public Builder toolExecutor(Executor executor) {
      this.toolExecutor = executor;
      return this;
    }

    /** Whether lossless repairs of arguments are made; they are unless switched off. */
    public Builder repairs(boolean repairs) {
      this.repairs = repairs;
      return this;
    }

    /** What checks the application's own constraint annotations; nobody unless set. */
    public Builder validator(Validator validator) {
      this.validator = validator;
      return this;
    }

    /** How much sound may wait for a slow listener, in bytes, before it is left out; 4 MiB. */
    public Builder listenerAudioBytes(int bytes) {
      this.listenerAudioBytes = bytes;
      return this;
    }

    /**
     * How much may wait for a slow network, in bytes, before the user's sound is left out; 1 MiB.
     */
    public Builder unsentAudioBytes(long bytes) {
      this.unsentAudioBytes = bytes;
      return this;
    }

    /** Until when the session must be ready; 15 s. */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = timeout;
      return this;
    }

    /** Until when a reply that was asked for must have begun; 10 s, and one more try. */
    public Builder replyTimeout(Duration timeout) {
      this.replyTimeout = timeout;
      return this;
    }

    /** How long the server may take to reply by itself after the user stopped speaking; 2 s. */
    public Builder vadReplyTimeout(Duration timeout) {
      this.vadReplyTimeout = timeout;
      return this;
    }

    /** How long a tool may take that has no limit of its own; 60 s. Zero: no limit. */
    public Builder toolTimeout(Duration timeout) {
      this.toolTimeout = timeout;
      return this;
    }

    /**
     * How long the answers of tools that were called together wait for a slow one among them. Then
     * the model is told that this one is still running, and gets its result later in a message. By
     * default they wait until all are answered.
     */
    public Builder siblingTimeout(Duration timeout) {
      this.siblingTimeout = timeout;
      return this;
    }

    /** How long the server may take to answer a close; 2 s. */
    public Builder closeTimeout(Duration timeout) {
      this.closeTimeout = timeout;
      return this;
    }

    /** How many tools may run at once; 16. */
    public Builder concurrentTools(int tools) {
      this.concurrentTools = positive("concurrentTools", tools);
      return this;
    }

    /** How many calls may wait for that; 64. To those beyond, the model is told to try later. */
    public Builder queuedTools(int calls) {
      this.queuedTools = calls;
      return this;
    }

    /** The longest output of a tool, in characters; 32,000. The rest is cut off. */
    public Builder outputChars(int characters) {
      this.outputChars = positive("outputChars", characters);
      return this;
    }

    /** How many replies in a row may call tools before the model must speak; 10. */
    public Builder toolRounds(int rounds) {
      this.toolRounds = positive("toolRounds", rounds);
      return this;
    }

    /** How often in a turn the model may correct its arguments for one tool; 3. */
    public Builder argumentCorrections(int times) {
      this.argumentCorrections = times;
      return this;
    }

    /** The pause before a lost connection is dialled anew; 500 ms, doubled each time up to 8 s. */
    public Builder reconnectBackoff(Duration pause) {
      this.reconnectBackoff = pause;
      return this;
    }

    /** How many attempts to reconnect there are after one loss; 5. */
    public Builder reconnectAttempts(int attempts) {
      this.reconnectAttempts = attempts;
      return this;
    }

    /** How many losses of its connection a session survives; 50. Zero: a loss ends it. */
    public Builder reconnects(int losses) {
      this.reconnects = losses;
      return this;
    }

    /** How much of the user's sound is held while there is no connection; 10 s. */
    public Builder heldAudio(Duration sound) {
      this.heldAudio = sound;
      return this;
    }

    /** What the session may use; no limit unless set. */
    public Builder budget(SessionBudget budget) {
      this.budget = budget;
      return this;
    }

    /** The options. */
    public SessionOptions build() {
      Builder copy = new Builder();
      copy.config = config;
      copy.transport = transport;
      copy.time = time;
      copy.executor = executor;
      copy.toolExecutor = toolExecutor;
      copy.repairs = repairs;
      copy.validator = validator;
      copy.listenerAudioBytes = listenerAudioBytes;
      copy.unsentAudioBytes = unsentAudioBytes;
      copy.connectTimeout = connectTimeout;
      copy.replyTimeout = replyTimeout;
      copy.vadReplyTimeout = vadReplyTimeout;
      copy.toolTimeout = toolTimeout;
      copy.siblingTimeout = siblingTimeout;
      copy.closeTimeout = closeTimeout;
      copy.concurrentTools = concurrentTools;
      copy.queuedTools = queuedTools;
      copy.outputChars = outputChars;
      copy.toolRounds = toolRounds;
      copy.argumentCorrections = argumentCorrections;
      copy.reconnectBackoff = reconnectBackoff;
      copy.reconnectAttempts = reconnectAttempts;
      copy.reconnects = reconnects;
      copy.heldAudio = heldAudio;
      copy.budget = budget;
      return new SessionOptions(copy);
    }

    private static int positive(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be positive, not " + value);
      }
      return value;
    }
  }
}
