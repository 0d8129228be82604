/**
 * From the compiler's elements to the model; no other package looks at elements, but to say where
 * something is wrong. {@link dev.parlando.processor.discover.ToolSetReader} is the entry point.
 */
@NullMarked
package dev.parlando.processor.discover;

import org.jspecify.annotations.NullMarked;
