/**
 * Time that passes only when a test advances it. A package of its own because sessions and servers
 * can share it, and it needs neither. {@link dev.parlando.testkit.time.VirtualTime} is the entry
 * point.
 */
@NullMarked
package dev.parlando.testkit.time;

import org.jspecify.annotations.NullMarked;
