/**
 * The Realtime protocol as typed values: what servers send ({@link
 * dev.parlando.realtime.ServerEvent}), what clients send ({@link
 * dev.parlando.realtime.ClientEvent}), and their form on the wire in both dialects. {@link
 * dev.parlando.realtime.EventCodec} is the entry point.
 *
 * <p>Every value is immutable and safe for use by any thread. What a server left out is {@code
 * null}, or empty where the type is a list; what the protocol does not know is kept in {@link
 * dev.parlando.realtime.Extras} and written again.
 */
@NullMarked
package dev.parlando.realtime;

import org.jspecify.annotations.NullMarked;
