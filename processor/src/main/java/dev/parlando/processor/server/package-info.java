/**
 * What servers are known to refuse, of those that the application names. {@link
 * dev.parlando.processor.server.TargetRules} says it at build time.
 */
@NullMarked
package dev.parlando.processor.server;

import org.jspecify.annotations.NullMarked;
