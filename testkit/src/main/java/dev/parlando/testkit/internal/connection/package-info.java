/**
 * Sessions and their connections: order, faults, recording. A package of its own because it is the
 * same whether a client comes by a socket or in the same process. {@link
 * dev.parlando.testkit.internal.connection.SessionHost} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.connection;

import org.jspecify.annotations.NullMarked;
