package dev.parlando.session.options;

import java.time.Duration;

/** What happens when a session loses its connection. Immutable; {@link #DEFAULTS} suits most. */
public final class ReconnectPolicy {

  /** Each setting as its builder method says. */
  public static final ReconnectPolicy DEFAULTS = builder().build();

  /** The first loss ends the session. */
  public static final ReconnectPolicy NEVER = builder().losses(0).build();

  private final Duration backoff;
  private final Duration maxBackoff;
  private final int attempts;
  private final int losses;
  private final Duration renewBefore;

  private ReconnectPolicy(Builder builder) {
    this.backoff = builder.backoff;
    this.maxBackoff = builder.maxBackoff;
    this.attempts = builder.attempts;
    this.losses = builder.losses;
    this.renewBefore = builder.renewBefore;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.backoff = backoff;
    builder.maxBackoff = maxBackoff;
    builder.attempts = attempts;
    builder.losses = losses;
    builder.renewBefore = renewBefore;
    return builder;
  }

  /**
   * The pause before the first attempt, with some chance in it; each further pause is twice as
   * long.
   */
  public Duration backoff() {
    return backoff;
  }

  /** The longest pause. */
  public Duration maxBackoff() {
    return maxBackoff;
  }

  /** How many attempts there are after one loss. */
  public int attempts() {
    return attempts;
  }

  /** How many losses a session survives; 0: the first one ends it. */
  public int losses() {
    return losses;
  }

  /**
   * How long before the server ends the connection another takes its place, at a moment when
   * nothing is under way and all was heard; zero: never. Concerns servers that say when they will,
   * as OpenAI and Azure do after an hour.
   */
  public Duration renewBefore() {
    return renewBefore;
  }

  @Override
  public String toString() {
    return "ReconnectPolicy["
        + "backoff="
        + backoff
        + ", maxBackoff="
        + maxBackoff
        + ", attempts="
        + attempts
        + ", losses="
        + losses
        + ", renewBefore="
        + renewBefore
        + "]";
  }

  /** Puts ReconnectPolicy together. Not safe for use by several threads. */
  public static final class Builder {

    private Duration backoff = Duration.ofMillis(500);
    private Duration maxBackoff = Duration.ofSeconds(8);
    private int attempts = 5;
    private int losses = 50;
    private Duration renewBefore = Duration.ofMinutes(5);

    private Builder() {}

    /**
     * Sets {@link ReconnectPolicy#backoff}; 500 ms without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder backoff(Duration backoff) {
      this.backoff = Require.duration("backoff", backoff);
      return this;
    }

    /**
     * Sets {@link ReconnectPolicy#maxBackoff}; 8 s without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder maxBackoff(Duration maxBackoff) {
      this.maxBackoff = Require.duration("maxBackoff", maxBackoff);
      return this;
    }

    /**
     * Sets {@link ReconnectPolicy#attempts}; 5 without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder attempts(int attempts) {
      this.attempts = Require.notNegative("attempts", attempts);
      return this;
    }

    /**
     * Sets {@link ReconnectPolicy#losses}; 50 without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder losses(int losses) {
      this.losses = Require.notNegative("losses", losses);
      return this;
    }

    /**
     * Sets {@link ReconnectPolicy#renewBefore}; 5 min without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder renewBefore(Duration renewBefore) {
      this.renewBefore = Require.duration("renewBefore", renewBefore);
      return this;
    }

    /** The ReconnectPolicy. */
    public ReconnectPolicy build() {
      return new ReconnectPolicy(this);
    }
  }
}
