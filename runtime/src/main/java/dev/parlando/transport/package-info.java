/**
 * Where a session connects to, and over what. {@link dev.parlando.transport.Endpoint} is the entry
 * point for applications; {@link dev.parlando.transport.Transport} is the seam for a WebSocket
 * library, of which each implementation has a package of its own.
 */
@NullMarked
package dev.parlando.transport;

import org.jspecify.annotations.NullMarked;
