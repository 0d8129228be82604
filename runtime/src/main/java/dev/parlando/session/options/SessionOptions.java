package dev.parlando.session.options;

import dev.parlando.time.SessionTime;
import dev.parlando.tool.ArgumentOptions;
import jakarta.validation.Validator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a session behaves. Immutable; {@link #DEFAULTS} suits most. */
public final class SessionOptions {

  /** Each setting as its builder method says. */
  public static final SessionOptions DEFAULTS = builder().build();

  private final Timeouts timeouts;
  private final ToolLimits toolLimits;
  private final ReconnectPolicy reconnect;
  private final AudioBuffers audioBuffers;
  private final SessionBudget budget;
  private final BargeIn bargeIn;
  private final SessionTime time;
  private final Executor executor;
  private final Executor toolExecutor;
  private final boolean lenientArguments;
  private final @Nullable Validator validator;

  private SessionOptions(Builder builder) {
    this.timeouts = builder.timeouts;
    this.toolLimits = builder.toolLimits;
    this.reconnect = builder.reconnect;
    this.audioBuffers = builder.audioBuffers;
    this.budget = builder.budget;
    this.bargeIn = builder.bargeIn;
    this.time = builder.time;
    this.executor = builder.executor;
    this.toolExecutor = builder.toolExecutor;
    this.lenientArguments = builder.lenientArguments;
    this.validator = builder.validator;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.timeouts = timeouts;
    builder.toolLimits = toolLimits;
    builder.reconnect = reconnect;
    builder.audioBuffers = audioBuffers;
    builder.budget = budget;
    builder.bargeIn = bargeIn;
    builder.time = time;
    builder.executor = executor;
    builder.toolExecutor = toolExecutor;
    builder.lenientArguments = lenientArguments;
    builder.validator = validator;
    return builder;
  }

  /** How long the session waits for what. */
  public Timeouts timeouts() {
    return timeouts;
  }

  /** How much tools may do. */
  public ToolLimits toolLimits() {
    return toolLimits;
  }

  /** What happens when the connection is lost. */
  public ReconnectPolicy reconnect() {
    return reconnect;
  }

  /** How much audio may wait. */
  public AudioBuffers audioBuffers() {
    return audioBuffers;
  }

  /** What the session may use. */
  public SessionBudget budget() {
    return budget;
  }

  /** What happens when the caller speaks over a response. */
  public BargeIn bargeIn() {
    return bargeIn;
  }

  /** The time to live by. */
  public SessionTime time() {
    return time;
  }

  /** What runs the session's own short tasks and its listeners. */
  public Executor executor() {
    return executor;
  }

  /** What runs tools. */
  public Executor toolExecutor() {
    return toolExecutor;
  }

  /** Whether lossless repairs of arguments are made. */
  public boolean lenientArguments() {
    return lenientArguments;
  }

  /** What checks the application's own constraint annotations; null: nobody. */
  public @Nullable Validator validator() {
    return validator;
  }

  /** How arguments are decoded, as these settings say. */
  public ArgumentOptions arguments() {
    ArgumentOptions options = new ArgumentOptions(time.clock(), lenientArguments);
    return validator == null ? options : options.withValidator(validator);
  }

  /** Puts options together. Not safe for use by several threads. */
  public static final class Builder {

    private Timeouts timeouts = Timeouts.DEFAULTS;
    private ToolLimits toolLimits = ToolLimits.DEFAULTS;
    private ReconnectPolicy reconnect = ReconnectPolicy.DEFAULTS;
    private AudioBuffers audioBuffers = AudioBuffers.DEFAULTS;
    private SessionBudget budget = SessionBudget.UNLIMITED;
    private BargeIn bargeIn = BargeIn.AS_CONFIGURED;
    private SessionTime time = SessionTime.system();
    private Executor executor = SharedThreads.executor();
    private Executor toolExecutor = SharedThreads.executor();
    private boolean lenientArguments = true;
    private @Nullable Validator validator;

    private Builder() {}

    /** Sets how long the session waits for what. */
    public Builder timeouts(Timeouts timeouts) {
      this.timeouts = timeouts;
      return this;
    }

    /** Changes how long the session waits: {@code .timeouts(t -> t.tool(ofSeconds(5)))}. */
    public Builder timeouts(Consumer<Timeouts.Builder> change) {
      Timeouts.Builder changed = timeouts.toBuilder();
      change.accept(changed);
      return timeouts(changed.build());
    }

    /** Sets how much tools may do. */
    public Builder toolLimits(ToolLimits limits) {
      this.toolLimits = limits;
      return this;
    }

    /** Changes how much tools may do: {@code .toolLimits(t -> t.concurrent(4))}. */
    public Builder toolLimits(Consumer<ToolLimits.Builder> change) {
      ToolLimits.Builder changed = toolLimits.toBuilder();
      change.accept(changed);
      return toolLimits(changed.build());
    }

    /** Sets what happens when the connection is lost. */
    public Builder reconnect(ReconnectPolicy policy) {
      this.reconnect = policy;
      return this;
    }

    /** Changes what happens when the connection is lost: {@code .reconnect(r -> r.attempts(2))}. */
    public Builder reconnect(Consumer<ReconnectPolicy.Builder> change) {
      ReconnectPolicy.Builder changed = reconnect.toBuilder();
      change.accept(changed);
      return reconnect(changed.build());
    }

    /** Sets how much audio may wait. */
    public Builder audioBuffers(AudioBuffers buffers) {
      this.audioBuffers = buffers;
      return this;
    }

    /**
     * Changes how much audio may wait: {@code .audioBuffers(a ->
     * a.offline(Duration.ofSeconds(5)))}.
     */
    public Builder audioBuffers(Consumer<AudioBuffers.Builder> change) {
      AudioBuffers.Builder changed = audioBuffers.toBuilder();
      change.accept(changed);
      return audioBuffers(changed.build());
    }

    /** Sets what the session may use; no limit without it. */
    public Builder budget(SessionBudget budget) {
      this.budget = budget;
      return this;
    }

    /** Sets what happens when the caller speaks over a response; as configured without it. */
    public Builder bargeIn(BargeIn bargeIn) {
      this.bargeIn = bargeIn;
      return this;
    }

    /** Sets the time to live by; the system's without it. */
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

    /** Sets whether lossless repairs of arguments are made; they are without it. */
    public Builder lenientArguments(boolean lenient) {
      this.lenientArguments = lenient;
      return this;
    }

    /** Sets what checks the application's own constraint annotations; nobody without it. */
    public Builder validator(Validator validator) {
      this.validator = validator;
      return this;
    }

    /** The options. */
    public SessionOptions build() {
      return new SessionOptions(this);
    }
  }
}
