/**
 * The time by which sessions live, so that tests can let it pass at will. {@link
 * dev.parlando.time.SessionTime} is the entry point.
 */
@NullMarked
package dev.parlando.time;

import org.jspecify.annotations.NullMarked;
