/**
 * Compiles sources with the processor and uses what came out. {@link
 * dev.parlando.processor.compiling.Compilation} is the entry point.
 */
@NullMarked
package dev.parlando.processor.compiling;

import org.jspecify.annotations.NullMarked;
