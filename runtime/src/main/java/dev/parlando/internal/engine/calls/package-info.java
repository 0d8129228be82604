/**
 * The calls that the model makes: each is run at most once and answered exactly once. Knows no
 * wire. Not part of the API.
 */
@NullMarked
package dev.parlando.internal.engine.calls;

import org.jspecify.annotations.NullMarked;
