/**
 * HTTP on the loopback interface: the upgrade to a WebSocket and the REST endpoints. A package of
 * its own because only it needs Jetty's server: sessions also run without one. {@link
 * dev.parlando.testkit.internal.http.RealtimeHttpServer} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
