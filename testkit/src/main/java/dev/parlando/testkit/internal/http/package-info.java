/**
 * HTTP on the loopback interface: the upgrade to a WebSocket and the REST endpoints. {@link
 * dev.parlando.testkit.internal.http.RealtimeHttpServer} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
