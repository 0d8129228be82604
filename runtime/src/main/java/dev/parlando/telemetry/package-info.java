/**
 * Sessions as traces and metrics of OpenTelemetry, whose API is an optional dependency. {@link
 * dev.parlando.telemetry.SessionTelemetry} is a listener like any other.
 */
@NullMarked
package dev.parlando.telemetry;

import org.jspecify.annotations.NullMarked;
