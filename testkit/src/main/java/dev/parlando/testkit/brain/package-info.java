/**
 * What the local server answers with. {@link dev.parlando.testkit.brain.Brain} is the contract,
 * {@link dev.parlando.testkit.brain.Heuristic} the brain that a server has if not told otherwise,
 * and {@link dev.parlando.testkit.brain.Script} the one for exact tests.
 */
@NullMarked
package dev.parlando.testkit.brain;

import org.jspecify.annotations.NullMarked;
