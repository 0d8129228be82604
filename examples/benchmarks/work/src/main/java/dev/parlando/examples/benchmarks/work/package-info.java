/**
 * The work that every contender does, free of any library that one of them could collide with. Each
 * contender proves in its set-up that it comes to the same {@link
 * dev.parlando.examples.benchmarks.work.Answers}.
 */
@NullMarked
package dev.parlando.examples.benchmarks.work;

import org.jspecify.annotations.NullMarked;
