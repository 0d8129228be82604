/**
 * The default transport, on the client half of Java-WebSocket: {@link
 * dev.parlando.transport.javawebsocket.JavaWebSocketTransport}.
 */
@NullMarked
package dev.parlando.transport.javawebsocket;

import org.jspecify.annotations.NullMarked;
