package dev.parlando.internal.shell;

/** Why a session could not be opened. The message is for people and holds no credential. */
public final class NotConnectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String code;

  NotConnectedException(int httpStatus, String code, String message) {
    super(message);
    this.httpStatus = httpStatus;
    this.code = code;
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
