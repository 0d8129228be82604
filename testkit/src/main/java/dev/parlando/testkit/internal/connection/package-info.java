/**
 * Sessions and their connections, however clients reach them: order, faults, recording. {@link
 * dev.parlando.testkit.internal.connection.SessionHost} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.connection;

import org.jspecify.annotations.NullMarked;
