/**
 * What the local server answers with, in the place of a model. A package of its own because a brain
 * plans responses and need not care how they are sent. {@link dev.parlando.testkit.brain.Brain} is
 * the entry point; {@link dev.parlando.testkit.brain.Heuristic} is the default, and {@link
 * dev.parlando.testkit.brain.Script} the brain for exact tests.
 */
@NullMarked
package dev.parlando.testkit.brain;

import org.jspecify.annotations.NullMarked;
