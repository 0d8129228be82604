/**
 * What addresses tell about the way to them. {@link dev.parlando.transport.address.Loopback} says
 * which way does not leave this machine.
 */
@NullMarked
package dev.parlando.transport.address;

import org.jspecify.annotations.NullMarked;
