/**
 * What a client may send, as tables of rules. {@link
 * dev.parlando.testkit.internal.rules.ClientEventRules} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.rules;

import org.jspecify.annotations.NullMarked;
