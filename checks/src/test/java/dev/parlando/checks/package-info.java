/**
 * What holds for all published artifacts together: which package imports which, what the public API
 * is, and what the jars contain.
 */
@NullMarked
package dev.parlando.checks;

import org.jspecify.annotations.NullMarked;
