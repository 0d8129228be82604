/**
 * Keeps the tools that a module offers to models under review: what the annotation processor
 * generated is compared with a lock file that is committed beside the sources. A package of its own
 * because it needs no server and no session. {@link dev.parlando.testkit.lock.ToolLock#verify()} is
 * the entry point.
 */
@NullMarked
package dev.parlando.testkit.lock;

import org.jspecify.annotations.NullMarked;
