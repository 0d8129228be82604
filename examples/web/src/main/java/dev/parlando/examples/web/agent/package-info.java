/**
 * The agent that the console shows where it is given none: {@link
 * dev.parlando.examples.web.agent.TravelDesk}.
 */
@NullMarked
package dev.parlando.examples.web.agent;

import org.jspecify.annotations.NullMarked;
