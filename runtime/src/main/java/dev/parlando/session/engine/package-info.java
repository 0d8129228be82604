/**
 * The conversation as a deterministic state machine: no threads, no clock, no socket. {@link
 * dev.parlando.session.engine.Engine} takes one {@link dev.parlando.session.engine.Input} at a time
 * and answers with the {@link dev.parlando.session.engine.Effect}s to carry out.
 */
@NullMarked
package dev.parlando.session.engine;

import org.jspecify.annotations.NullMarked;
