package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;

/** The other end of the wire, as the shell sees it. Connections are numbered from 1. */
interface Network {

  /** The client dials. */
  void dial(int connection);

  /** The client sent an event. */
  void receive(int connection, ClientEvent event);

  /** The client closes the connection. */
  void hangUp(int connection, int code);
}
