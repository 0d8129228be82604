/**
 * What passed on a server's connections: {@link dev.parlando.testkit.observe.ObservedSession} to
 * ask for it and wait for it, {@link dev.parlando.testkit.observe.RealtimeObserver} to be called
 * with it.
 */
@NullMarked
package dev.parlando.testkit.observe;

import org.jspecify.annotations.NullMarked;
