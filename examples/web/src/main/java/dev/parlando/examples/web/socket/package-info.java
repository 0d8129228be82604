/**
 * The page's WebSocket as Jetty sees it, which finds its methods by a public lookup. {@link
 * dev.parlando.examples.web.socket.PageSocket} is what Jetty calls.
 */
@NullMarked
package dev.parlando.examples.web.socket;

import org.jspecify.annotations.NullMarked;
