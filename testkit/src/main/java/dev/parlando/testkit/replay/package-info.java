/**
 * Runs recorded sessions again, with other tools or another model, and reports the differences. A
 * package of its own because it needs a session and a server, which a recording does not. {@link
 * dev.parlando.testkit.replay.Replay} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.replay;

import org.jspecify.annotations.NullMarked;
