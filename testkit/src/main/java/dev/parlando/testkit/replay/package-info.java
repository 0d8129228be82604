/**
 * Recorded sessions that happen again, with other tools or another model. {@link
 * dev.parlando.testkit.replay.Replay} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.replay;

import org.jspecify.annotations.NullMarked;
