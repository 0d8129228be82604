/**
 * One conversation as the server keeps it: configuration, items, input audio, responses. A package
 * of its own because it runs on one lane and has no part in how its events reach the client. {@link
 * dev.parlando.testkit.internal.session.SimulatedSession} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.session;

import org.jspecify.annotations.NullMarked;
