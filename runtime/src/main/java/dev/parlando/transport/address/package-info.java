/**
 * What may be said to an address. {@link dev.parlando.transport.address.Loopback} says which way
 * does not leave this machine, {@link dev.parlando.transport.address.Header} what may be sent.
 */
@NullMarked
package dev.parlando.transport.address;

import org.jspecify.annotations.NullMarked;
