package dev.parlando.tool;

import dev.parlando.SideEffect;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a tool is run. It never goes to the model. Immutable; {@link #DEFAULT} is that of a tool that
 * says nothing.
 */
public final class ToolPolicy {

  /** Each setting as its builder method says. */
  public static final ToolPolicy DEFAULT = builder().build();

  private final SideEffect effect;
  private final Duration timeout;
  private final boolean sequential;
  private final boolean sensitive;
  private final int maxConcurrent;
  private final int maxCorrections;
  private final int maxOutputChars;
  private final boolean reply;
  private final boolean interruptible;

  private ToolPolicy(Builder builder) {
    this.effect = builder.effect;
    this.timeout = builder.timeout;
    this.sequential = builder.sequential;
    this.sensitive = builder.sensitive;
    this.maxConcurrent = builder.maxConcurrent;
    this.maxCorrections = builder.maxCorrections;
    this.maxOutputChars = builder.maxOutputChars;
    this.reply = builder.reply;
    this.interruptible = builder.interruptible;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.effect = effect;
    builder.timeout = timeout;
    builder.sequential = sequential;
    builder.sensitive = sensitive;
    builder.maxConcurrent = maxConcurrent;
    builder.maxCorrections = maxCorrections;
    builder.maxOutputChars = maxOutputChars;
    builder.reply = reply;
    builder.interruptible = interruptible;
    return builder;
  }

  /** What a call changes outside the conversation. */
  public SideEffect effect() {
    return effect;
  }

  /** How long a call may take; zero: the session's limit. */
  public Duration timeout() {
    return timeout;
  }

  /** Whether a call waits for those before it and holds up those after it. */
  public boolean sequential() {
    return sequential;
  }

  /** Whether the result is masked wherever it is shown. */
  public boolean sensitive() {
    return sensitive;
  }

  /** How many calls of the tool may run at once; 0: the session's limit. */
  public int maxConcurrent() {
    return maxConcurrent;
  }

  /** How often in a turn the model may correct its arguments; -1: the session's limit. */
  public int maxCorrections() {
    return maxCorrections;
  }

  /** The longest output, in characters; 0: the session's limit. */
  public int maxOutputChars() {
    return maxOutputChars;
  }

  /** Whether the model is asked to speak after the tool returned. */
  public boolean reply() {
    return reply;
  }

  /** Whether the caller's speech stops what the model says about the output. */
  public boolean interruptible() {
    return interruptible;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ToolPolicy that
        && effect == that.effect
        && timeout.equals(that.timeout)
        && sequential == that.sequential
        && sensitive == that.sensitive
        && maxConcurrent == that.maxConcurrent
        && maxCorrections == that.maxCorrections
        && maxOutputChars == that.maxOutputChars
        && reply == that.reply
        && interruptible == that.interruptible;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        effect,
        timeout,
        sequential,
        sensitive,
        maxConcurrent,
        maxCorrections,
        maxOutputChars,
        reply,
        interruptible);
  }

  @Override
  public String toString() {
    return "ToolPolicy[effect="
        + effect
        + ", timeout="
        + timeout
        + ", sequential="
        + sequential
        + ", sensitive="
        + sensitive
        + ", maxConcurrent="
        + maxConcurrent
        + ", maxCorrections="
        + maxCorrections
        + ", maxOutputChars="
        + maxOutputChars
        + ", reply="
        + reply
        + ", interruptible="
        + interruptible
        + "]";
  }

  /** Puts a policy together. Not safe for use by several threads. */
  public static final class Builder {

    private SideEffect effect = SideEffect.UNSPECIFIED;
    private Duration timeout = Duration.ZERO;
    private boolean sequential;
    private boolean sensitive;
    private int maxConcurrent;
    private int maxCorrections = -1;
    private int maxOutputChars;
    private boolean reply = true;
    private boolean interruptible = true;

    private Builder() {}

    /** Sets what a call changes outside the conversation; not said without it. */
    public Builder effect(SideEffect effect) {
      this.effect = effect;
      return this;
    }

    /**
     * Limits how long a call may take; zero: the session's limit.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isNegative()) {
        throw new IllegalArgumentException("timeout must not be negative, but is " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /** Lets the tool's calls wait for all before them and hold up all after them. */
    public Builder sequential(boolean sequential) {
      this.sequential = sequential;
      return this;
    }

    /** Masks the result wherever it is shown. */
    public Builder sensitive(boolean sensitive) {
      this.sensitive = sensitive;
      return this;
    }

    /**
     * Limits how many calls run at once; 0: the session's limit.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxConcurrent(int calls) {
      this.maxConcurrent = atLeast(0, "maxConcurrent", calls);
      return this;
    }

    /**
     * Limits how often in a turn the model may correct its arguments; -1: the session's limit.
     *
     * @throws IllegalArgumentException if it is less than -1
     */
    public Builder maxCorrections(int times) {
      this.maxCorrections = atLeast(-1, "maxCorrections", times);
      return this;
    }

    /**
     * Limits the output, in characters; 0: the session's limit.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxOutputChars(int characters) {
      this.maxOutputChars = atLeast(0, "maxOutputChars", characters);
      return this;
    }

    /** Sets whether the model is asked to speak after the tool returned; it is without this. */
    public Builder reply(boolean reply) {
      this.reply = reply;
      return this;
    }

    /**
     * Sets whether the caller's speech stops what the model says about the output; it does without
     * this.
     */
    public Builder interruptible(boolean interruptible) {
      this.interruptible = interruptible;
      return this;
    }

    /** The policy. */
    public ToolPolicy build() {
      return new ToolPolicy(this);
    }

    private static int atLeast(int least, String name, int value) {
      if (value < least) {
        throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
      }
      return value;
    }
  }
}
