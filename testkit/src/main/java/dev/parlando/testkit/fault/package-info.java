/**
 * What can go wrong on a connection, as data. {@link dev.parlando.testkit.fault.Fault} is the entry
 * point.
 */
@NullMarked
package dev.parlando.testkit.fault;

import org.jspecify.annotations.NullMarked;
