/**
 * Runs the contenders of all modules and compares them. {@link
 * dev.parlando.examples.benchmarks.suite.Suite} is the command; {@link
 * dev.parlando.examples.benchmarks.suite.Rows} says what is compared.
 */
@NullMarked
package dev.parlando.examples.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
