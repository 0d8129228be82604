/**
 * Plays recorded sessions to a client. {@link dev.parlando.testkit.internal.replay.ReplayedSession}
 * is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.replay;

import org.jspecify.annotations.NullMarked;
