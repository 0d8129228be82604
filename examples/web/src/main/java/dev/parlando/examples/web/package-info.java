/**
 * A page to talk to an agent and to see everything it did. {@link
 * dev.parlando.examples.web.WebConsole} starts it.
 */
@NullMarked
package dev.parlando.examples.web;

import org.jspecify.annotations.NullMarked;
