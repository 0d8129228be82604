/** A weather concierge: an agent with one tool, and a program that talks to it. */
@NullMarked
package dev.parlando.examples.quickstart;

import org.jspecify.annotations.NullMarked;
