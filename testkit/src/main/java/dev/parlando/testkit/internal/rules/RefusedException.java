package dev.parlando.testkit.internal.rules;

import org.jspecify.annotations.Nullable;

/** A client event that the server doesn't carry out; becomes an {@code error} event. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String code;
  private final @Nullable String param;

  /**
   * @param code the machine-readable reason; null where the real server has none
   * @param param where in the event, such as {@code session.tools[0].name}; null if nowhere
   * @param message what is wrong, for people
   */
  public RefusedException(@Nullable String code, @Nullable String param, String message) {
    super(message, null, false, false);
    this.code = code;
    this.param = param;
  }

  static RefusedException missing(String path) {
    return new RefusedException(
        "missing_required_parameter", path, "Missing required parameter: '" + path + "'.");
  }

  static RefusedException unknown(String path) {
    return new RefusedException("unknown_parameter", path, "Unknown parameter: '" + path + "'.");
  }

  static RefusedException type(String path, String expected, String actual) {
    return new RefusedException(
        "invalid_type",
        path,
        "Invalid type for '" + path + "': expected " + expected + ", but got " + actual + ".");
  }

  /**
   * A value that the server doesn't take.
   *
   * @param path where it stands
   * @param why the rest of the sentence, with its full stop
   */
  public static RefusedException value(String path, String why) {
    return new RefusedException("invalid_value", path, "Invalid value for '" + path + "': " + why);
  }

  /** The machine-readable reason; null where the real server has none. */
  public @Nullable String code() {
    return code;
  }

  /** Where in the event; null if nowhere. */
  public @Nullable String param() {
    return param;
  }

  /** What is wrong, for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
