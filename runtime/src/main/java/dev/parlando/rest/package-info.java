/**
 * The HTTP side of the Realtime service: short-lived keys for browsers and phones, and the calls
 * that come in by SIP. {@link dev.parlando.rest.RealtimeRest} is the entry point.
 */
@NullMarked
package dev.parlando.rest;

import org.jspecify.annotations.NullMarked;
