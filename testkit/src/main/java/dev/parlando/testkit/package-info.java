/**
 * A Realtime server for tests, demonstrations and offline development. {@link
 * dev.parlando.testkit.LocalRealtime} is the entry point.
 */
@NullMarked
package dev.parlando.testkit;

import org.jspecify.annotations.NullMarked;
