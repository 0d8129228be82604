/** Measurements. Each class says what it compares; ratios within one run are what counts. */
@NullMarked
package dev.parlando.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
