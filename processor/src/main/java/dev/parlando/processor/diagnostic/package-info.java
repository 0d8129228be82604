/**
 * What is wrong with annotated classes, and how it is said. Every text stands in {@link
 * dev.parlando.processor.diagnostic.Problem}.
 */
@NullMarked
package dev.parlando.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
