/**
 * Conversations with an agent, and what is expected of it, in code or in files. {@link
 * dev.parlando.testkit.scenario.Scenario} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.scenario;

import org.jspecify.annotations.NullMarked;
