/**
 * Plays recorded sessions to a client. A package of its own because it takes the place of a
 * simulated session and shares nothing with it. {@link
 * dev.parlando.testkit.internal.replay.ReplayedSession} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.replay;

import org.jspecify.annotations.NullMarked;
