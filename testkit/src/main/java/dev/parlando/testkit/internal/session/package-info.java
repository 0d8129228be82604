/**
 * One conversation as the server keeps it: configuration, items, input audio, responses. {@link
 * dev.parlando.testkit.internal.session.SimulatedSession} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.session;

import org.jspecify.annotations.NullMarked;
