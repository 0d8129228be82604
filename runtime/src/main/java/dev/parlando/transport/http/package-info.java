/**
 * A transport on {@code java.net.http}, for processes with thousands of sessions: {@link
 * dev.parlando.transport.http.HttpTransport}.
 */
@NullMarked
package dev.parlando.transport.http;

import org.jspecify.annotations.NullMarked;
