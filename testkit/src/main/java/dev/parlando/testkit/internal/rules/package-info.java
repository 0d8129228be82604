/**
 * What a client may send, as tables of rules. A package of its own because an event is checked
 * without a session, before one gets it. {@link
 * dev.parlando.testkit.internal.rules.ClientEventRules} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.rules;

import org.jspecify.annotations.NullMarked;
