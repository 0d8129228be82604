/** Spring AI: a method by reflection, and a function. */
@NullMarked
package dev.parlando.examples.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
