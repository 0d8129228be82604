/**
 * Faults of a connection, as values. A package of its own because a fault is described without a
 * server: in code, in a file or in a sentence. {@link dev.parlando.testkit.fault.Fault} is the
 * entry point.
 */
@NullMarked
package dev.parlando.testkit.fault;

import org.jspecify.annotations.NullMarked;
