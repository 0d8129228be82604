/**
 * Google's Agent Development Kit. Its tools take maps; its own mapper makes them of JSON, as for
 * the others.
 */
@NullMarked
package dev.parlando.examples.benchmarks.adk;

import org.jspecify.annotations.NullMarked;
