/**
 * Annotation processors of others, each on classes of the kind that it is for. {@link
 * dev.parlando.examples.benchmarks.processors.CompilePeers} measures what they add to a class.
 */
@NullMarked
package dev.parlando.examples.benchmarks.processors;

import org.jspecify.annotations.NullMarked;
