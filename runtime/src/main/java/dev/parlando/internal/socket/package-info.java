/** What the implementations of transports share. Not part of the API. */
@NullMarked
package dev.parlando.internal.socket;

import org.jspecify.annotations.NullMarked;
