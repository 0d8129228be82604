/**
 * Sessions as traces and metrics of OpenTelemetry, whose API is an optional dependency. {@link
 * dev.parlando.opentelemetry.SessionTelemetry} is a listener like any other.
 */
@NullMarked
package dev.parlando.opentelemetry;

import org.jspecify.annotations.NullMarked;
