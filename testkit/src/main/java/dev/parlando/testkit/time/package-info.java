/** {@link dev.parlando.testkit.time.VirtualTime}: time that passes only when a test says so. */
@NullMarked
package dev.parlando.testkit.time;

import org.jspecify.annotations.NullMarked;
