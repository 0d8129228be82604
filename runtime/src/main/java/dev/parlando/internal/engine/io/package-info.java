/**
 * What goes into the engine and what comes out of it, and what all its rooms stand on. Not part of
 * the API.
 */
@NullMarked
package dev.parlando.internal.engine.io;

import org.jspecify.annotations.NullMarked;
