package dev.parlando.transport.javawebsocket;

import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import java.time.Duration;

/**
 * The default transport, on the client half of Java-WebSocket: two threads a connection, blocking
 * sockets, TLS by the JDK with host names verified.
 */
public final class JavaWebSocketTransport implements Transport {

  private final int maxFrameBytes;
  private final Duration pingInterval;

  private JavaWebSocketTransport(Builder builder) {
    this.maxFrameBytes = builder.maxFrameBytes;
    this.pingInterval = builder.pingInterval;
  }

  /** A transport with the defaults: frames up to 32 MiB, a ping every 20 s. */
  public static JavaWebSocketTransport ofDefaults() {
    return builder().build();
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Connection dial(DialRequest request, ConnectionListener listener) {
    JavaWebSocketConnection connection =
        new JavaWebSocketConnection(request, listener, maxFrameBytes, pingInterval);
    connection.connect();
    return connection;
  }

  /** Settings of the transport. */
  public static final class Builder {

    private int maxFrameBytes = 32 << 20;
    private Duration pingInterval = Duration.ofSeconds(20);

    private Builder() {}

    /** The largest frame accepted, in bytes; a larger one closes the connection with 1009. */
    public Builder maxFrameBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("maxFrameBytes must be positive, not " + bytes);
      }
      this.maxFrameBytes = bytes;
      return this;
    }

    /**
     * How often a ping is sent; a connection that answers none for 1.5 intervals is closed with
     * 1006. Zero: no pings.
     */
    public Builder pingInterval(Duration interval) {
      if (interval.isNegative()) {
        throw new IllegalArgumentException("pingInterval must not be negative: " + interval);
      }
      this.pingInterval = interval;
      return this;
    }

    /** The transport. */
    public JavaWebSocketTransport build() {
      return new JavaWebSocketTransport(this);
    }
  }
}
