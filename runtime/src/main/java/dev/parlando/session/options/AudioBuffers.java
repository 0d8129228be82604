package dev.parlando.session.options;

import java.time.Duration;

/** How much audio may wait. Immutable; {@link #DEFAULTS} suits most. */
public final class AudioBuffers {

  /** Each setting as its builder method says. */
  public static final AudioBuffers DEFAULTS = builder().build();

  private final int listenerBytes;
  private final Duration unsent;
  private final Duration offline;

  private AudioBuffers(Builder builder) {
    this.listenerBytes = builder.listenerBytes;
    this.unsent = builder.unsent;
    this.offline = builder.offline;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.listenerBytes = listenerBytes;
    builder.unsent = unsent;
    builder.offline = offline;
    return builder;
  }

  /**
   * How much of the model's audio may wait for a slow listener, in bytes; then the oldest is left
   * out.
   */
  public int listenerBytes() {
    return listenerBytes;
  }

  /** How much of the user's audio may wait on a slow network; then the oldest is left out. */
  public Duration unsent() {
    return unsent;
  }

  /**
   * How much of the user's audio is kept while there is no connection; then the oldest is left out.
   */
  public Duration offline() {
    return offline;
  }

  @Override
  public String toString() {
    return "AudioBuffers["
        + "listenerBytes="
        + listenerBytes
        + ", unsent="
        + unsent
        + ", offline="
        + offline
        + "]";
  }

  /** Puts AudioBuffers together. Not safe for use by several threads. */
  public static final class Builder {

    private int listenerBytes = 4 << 20;
    private Duration unsent = Duration.ofSeconds(15);
    private Duration offline = Duration.ofSeconds(10);

    private Builder() {}

    /**
     * Sets {@link AudioBuffers#listenerBytes}; 4 MiB without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder listenerBytes(int listenerBytes) {
      this.listenerBytes = Require.notNegative("listenerBytes", listenerBytes);
      return this;
    }

    /**
     * Sets {@link AudioBuffers#unsent}; 15 s without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder unsent(Duration unsent) {
      this.unsent = Require.duration("unsent", unsent);
      return this;
    }

    /**
     * Sets {@link AudioBuffers#offline}; 10 s without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder offline(Duration offline) {
      this.offline = Require.duration("offline", offline);
      return this;
    }

    /** The AudioBuffers. */
    public AudioBuffers build() {
      return new AudioBuffers(this);
    }
  }
}
