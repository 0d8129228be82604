/**
 * Proves that the documentation is true as far as a machine can tell. {@link
 * dev.parlando.examples.documentation.DocumentationTest} is the entry point.
 */
@NullMarked
package dev.parlando.examples.documentation;

import org.jspecify.annotations.NullMarked;
