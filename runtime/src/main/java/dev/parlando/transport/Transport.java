package dev.parlando.transport;

/** Dials WebSocket connections. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface Transport {

  /**
   * Starts to connect and returns at once; the listener is told how it goes.
   *
   * @param request where to and with which credentials
   * @param listener told of everything that happens, one call at a time
   * @return the connection, not open yet
   */
  Connection dial(DialRequest request, ConnectionListener listener);
}
