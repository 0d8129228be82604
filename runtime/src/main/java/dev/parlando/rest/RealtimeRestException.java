package dev.parlando.rest;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a request was refused, got no answer or one that can't be used. The message says what
 * was asked and why it failed, for people, and holds no credential.
 */
public final class RealtimeRestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String code;
  private final @Nullable Duration retryAfter;

  RealtimeRestException(
      int httpStatus, String code, @Nullable Duration retryAfter, String message) {
    super(message);
    this.httpStatus = httpStatus;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The HTTP status of the answer; 0 where there was none. */
  public int httpStatus() {
    return httpStatus;
  }

  /**
   * The server's error code, such as {@code invalid_api_key}; empty where it gave none. Without an
   * answer it is {@code timeout}, {@code no_connection} or {@code interrupted}.
   */
  public String code() {
    return code;
  }

  /** How long the server asked to wait before the next try, as with status 429 or 503. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
