package dev.parlando.session.options;

import java.time.Duration;

/** How much audio may wait. Immutable; {@link #DEFAULTS} suits most. */
public final class AudioBuffers {

  /** Each setting as its builder method says. */
  public static final AudioBuffers DEFAULTS = builder().build();

  private final int listenerBytes;
  private final long unsentBytes;
  private final Duration offline;

  private AudioBuffers(Builder builder) {
    this.listenerBytes = builder.listenerBytes;
    this.unsentBytes = builder.unsentBytes;
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
    builder.unsentBytes = unsentBytes;
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

  /**
   * How much may wait to be sent on a slow network, in bytes; beyond, the user's audio is left out.
   */
  public long unsentBytes() {
    return unsentBytes;
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
        + ", unsentBytes="
        + unsentBytes
        + ", offline="
        + offline
        + "]";
  }

  /** Puts AudioBuffers together. Not safe for use by several threads. */
  public static final class Builder {

    private int listenerBytes = 4 << 20;
    private long unsentBytes = 1 << 20;
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
     * Sets {@link AudioBuffers#unsentBytes}; 1 MiB without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder unsentBytes(long unsentBytes) {
      this.unsentBytes = Require.notNegative("unsentBytes", unsentBytes);
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
