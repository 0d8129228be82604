package dev.parlando.session;

import dev.parlando.internal.shell.NotConnectedException;

/**
 * Thrown when a session could not be opened. The message says why, for people, and holds no
 * credential.
 */
public final class ConnectFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String code;

  private ConnectFailedException(int httpStatus, String code, String message, Throwable cause) {
    super(message, cause);
    this.httpStatus = httpStatus;
    this.code = code;
  }

  /** The same failure, thrown to another thread. */
  ConnectFailedException(ConnectFailedException failure) {
    this(failure.httpStatus, failure.code, String.valueOf(failure.getMessage()), failure);
  }

  static ConnectFailedException of(Throwable failure) {
    return failure instanceof NotConnectedException reason
        ? new ConnectFailedException(
            reason.httpStatus(), reason.code(), String.valueOf(reason.getMessage()), reason)
        : new ConnectFailedException(0, "", "The session could not be opened: " + failure, failure);
  }

  static ConnectFailedException interrupted(InterruptedException interruption) {
    return new ConnectFailedException(
        0, "interrupted", "Interrupted while the session was being opened", interruption);
  }

  /** The HTTP status with which the server refused the connection; 0 if it did not. */
  public int httpStatus() {
    return httpStatus;
  }

  /** The server's error code; empty where there was none. */
  public String code() {
    return code;
  }
}
