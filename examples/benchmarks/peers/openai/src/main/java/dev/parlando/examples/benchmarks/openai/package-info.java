/** Clients of the Realtime API: their events, and openai-java's parsing of arguments. */
@NullMarked
package dev.parlando.examples.benchmarks.openai;

import org.jspecify.annotations.NullMarked;
