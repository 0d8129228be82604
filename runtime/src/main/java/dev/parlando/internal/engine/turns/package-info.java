/**
 * What is owed: who waits for an answer, and when the model is asked for it. Not part of the API.
 */
@NullMarked
package dev.parlando.internal.engine.turns;

import org.jspecify.annotations.NullMarked;
