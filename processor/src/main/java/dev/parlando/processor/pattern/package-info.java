/**
 * Regular expressions of Java, and what JavaScript and Python read as Java does: a parser makes a
 * tree of the constructs that all three have, a writer writes them.
 */
@NullMarked
package dev.parlando.processor.pattern;

import org.jspecify.annotations.NullMarked;
