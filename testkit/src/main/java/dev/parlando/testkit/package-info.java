/**
 * A Realtime server for tests, demonstrations and offline development. Only the server and its
 * settings are here, as what most users need; the other packages are what it is given and what it
 * gives back. {@link dev.parlando.testkit.LocalRealtime} is the entry point.
 */
@NullMarked
package dev.parlando.testkit;

import org.jspecify.annotations.NullMarked;
