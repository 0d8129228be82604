/**
 * Sockets: HTTP, the upgrade, frames and what is done to them. {@link
 * dev.parlando.testkit.internal.wire.RealtimeHttpServer} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.wire;

import org.jspecify.annotations.NullMarked;
