/**
 * No API: exported only because Jetty finds the methods of a socket by a public lookup. {@link
 * dev.parlando.testkit.internal.socket.RealtimeSocket} is what Jetty calls.
 */
@NullMarked
package dev.parlando.testkit.internal.socket;

import org.jspecify.annotations.NullMarked;
