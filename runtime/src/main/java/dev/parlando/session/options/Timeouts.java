package dev.parlando.session.options;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a session waits for what. Immutable; {@link #DEFAULTS} suits most. */
public final class Timeouts {

  /** Each setting as its builder method says. */
  public static final Timeouts DEFAULTS = builder().build();

  private final Duration connect;
  private final Duration response;
  private final @Nullable Duration serverResponse;
  private final Duration tool;
  private final Duration parallelCallWait;
  private final Duration close;

  private Timeouts(Builder builder) {
    this.connect = builder.connect;
    this.response = builder.response;
    this.serverResponse = builder.serverResponse;
    this.tool = builder.tool;
    this.parallelCallWait = builder.parallelCallWait;
    this.close = builder.close;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.connect = connect;
    builder.response = response;
    builder.serverResponse = serverResponse;
    builder.tool = tool;
    builder.parallelCallWait = parallelCallWait;
    builder.close = close;
    return builder;
  }

  /** Until when a session must be ready after it was dialled. */
  public Duration connect() {
    return connect;
  }

  /** Until when a response that was requested must have begun; then it is requested once more. */
  public Duration response() {
    return response;
  }

  /**
   * How long the server may take to respond by itself after the user stopped speaking, before a
   * response is requested. Empty: {@link dev.parlando.transport.Endpoint#serverResponse}.
   */
  public Optional<Duration> serverResponse() {
    return Optional.ofNullable(serverResponse);
  }

  /** How long a tool may take that has no limit of its own; zero: no limit. */
  public Duration tool() {
    return tool;
  }

  /**
   * How long the outputs of tools that were called together wait for a slow one among them; then
   * the model is told that this one is still running, and gets its result later in a message. Zero:
   * until the last.
   */
  public Duration parallelCallWait() {
    return parallelCallWait;
  }

  /** How long the server may take to answer a close. */
  public Duration close() {
    return close;
  }

  @Override
  public String toString() {
    return "Timeouts["
        + "connect="
        + connect
        + ", response="
        + response
        + ", serverResponse="
        + serverResponse
        + ", tool="
        + tool
        + ", parallelCallWait="
        + parallelCallWait
        + ", close="
        + close
        + "]";
  }

  /** Puts Timeouts together. Not safe for use by several threads. */
  public static final class Builder {

    private Duration connect = Duration.ofSeconds(15);
    private Duration response = Duration.ofSeconds(10);
    private @Nullable Duration serverResponse;
    private Duration tool = Duration.ofSeconds(60);
    private Duration parallelCallWait = Duration.ZERO;
    private Duration close = Duration.ofSeconds(2);

    private Builder() {}

    /**
     * Sets {@link Timeouts#connect}; 15 s without it.
     *
     * @throws IllegalArgumentException if it is less than 1 ms or longer than a year
     */
    public Builder connect(Duration connect) {
      this.connect = Require.positiveDuration("connect", connect);
      return this;
    }

    /**
     * Sets {@link Timeouts#response}; 10 s without it.
     *
     * @throws IllegalArgumentException if it is less than 1 ms or longer than a year
     */
    public Builder response(Duration response) {
      this.response = Require.positiveDuration("response", response);
      return this;
    }

    /**
     * Sets {@link Timeouts#serverResponse}; what the endpoint says without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder serverResponse(Duration serverResponse) {
      this.serverResponse = Require.duration("serverResponse", serverResponse);
      return this;
    }

    /**
     * Sets {@link Timeouts#tool}; 60 s without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder tool(Duration tool) {
      this.tool = Require.duration("tool", tool);
      return this;
    }

    /**
     * Sets {@link Timeouts#parallelCallWait}; none without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder parallelCallWait(Duration parallelCallWait) {
      this.parallelCallWait = Require.duration("parallelCallWait", parallelCallWait);
      return this;
    }

    /**
     * Sets {@link Timeouts#close}; 2 s without it.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder close(Duration close) {
      this.close = Require.duration("close", close);
      return this;
    }

    /** The Timeouts. */
    public Timeouts build() {
      return new Timeouts(this);
    }
  }
}
