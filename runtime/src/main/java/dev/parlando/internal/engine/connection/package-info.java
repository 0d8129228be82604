/** From dialling to the end: lifecycle, reconnection, configuration. Not part of the API. */
@NullMarked
package dev.parlando.internal.engine.connection;

import org.jspecify.annotations.NullMarked;
