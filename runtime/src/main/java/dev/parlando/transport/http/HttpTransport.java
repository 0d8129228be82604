package dev.parlando.transport.http;

import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A transport on the JDK's own HTTP client: no thread for a connection, but one selector and a pool
 * for all of them. It is for processes with many sessions; with few, {@link JavaWebSocketTransport}
 * takes less time for a message.
 *
 * <p>Proxies, TLS and timeouts of connecting are those of the {@link HttpClient}. Of a refused
 * upgrade the reason phrase is not known.
 */
public final class HttpTransport implements Transport {

  private final HttpClient client;
  private final int maxMessageBytes;
  private final Duration pingInterval;

  private HttpTransport(Builder builder) {
    this.client = builder.client == null ? HttpClient.newHttpClient() : builder.client;
    this.maxMessageBytes = builder.maxMessageBytes;
    this.pingInterval = builder.pingInterval;
  }

  /** A builder with the defaults. One transport serves all sessions of a process. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Connection dial(DialRequest request, ConnectionListener listener) {
    HttpConnection connection = new HttpConnection(listener, maxMessageBytes, pingInterval);
    connection.dial(client, request);
    return connection;
  }

  /** Settings of the transport. */
  public static final class Builder {

    private @Nullable HttpClient client;
    private int maxMessageBytes = 32 << 20;
    private Duration pingInterval = Duration.ofSeconds(20);

    private Builder() {}

    /** The client that dials; without this a new one with the JDK's defaults. */
    public Builder client(HttpClient client) {
      this.client = client;
      return this;
    }

    /** The largest message accepted, in bytes; a larger one closes the connection with 1009. */
    public Builder maxMessageBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("maxMessageBytes must be positive, not " + bytes);
      }
      this.maxMessageBytes = bytes;
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
    public HttpTransport build() {
      return new HttpTransport(this);
    }
  }
}
