/**
 * The conversation as a deterministic state machine: no threads, no clock, no socket. {@link
 * dev.parlando.internal.engine.Engine} takes one {@link dev.parlando.internal.engine.Input} at a
 * time and answers with the {@link dev.parlando.internal.engine.Effect}s to carry out.
 */
@NullMarked
package dev.parlando.internal.engine;

import org.jspecify.annotations.NullMarked;
