/**
 * Parlando, and beside each of its benchmarks the same work written by hand: the limit. A class is
 * a row of the table, its methods are contenders.
 */
@NullMarked
package dev.parlando.examples.benchmarks.parlando;

import org.jspecify.annotations.NullMarked;
