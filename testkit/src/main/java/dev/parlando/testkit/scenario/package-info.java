/**
 * Conversations with an agent, and what is expected of it, in code or in files. A package of its
 * own because a scenario is about the agent, and plays with the local server or a real one alike.
 * {@link dev.parlando.testkit.scenario.Scenario} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.scenario;

import org.jspecify.annotations.NullMarked;
