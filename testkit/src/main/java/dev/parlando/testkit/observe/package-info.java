/**
 * The events that pass on a server's connections. A package of its own because both the server and
 * its internals need these types, and these types need neither. {@link
 * dev.parlando.testkit.observe.ObservedSession} is the entry point for tests that ask or wait,
 * {@link dev.parlando.testkit.observe.RealtimeObserver} for code that is called with each event.
 */
@NullMarked
package dev.parlando.testkit.observe;

import org.jspecify.annotations.NullMarked;
