package dev.parlando.realtime;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Thrown when a message is no event at all: no JSON, no JSON object, no {@code type}, or audio that
 * is no base64. The connection stays usable; the next message may well be fine.
 *
 * <p>The message says what is wrong and where, with an excerpt of at most 80 characters that holds
 * neither audio nor anything that was said.
 */
public final class MalformedEventException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int EXCERPT = 80;

  /** Far more than the excerpt, so that a cut can't make something long look short. */
  private static final int LOOKED_AT = 10 * EXCERPT;

  /** The strings that hold what is private, and whatever is as long as only base64 is. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?<=\"(?:delta|audio|text|transcript|arguments|output|instructions)\"\\s{0,9}:\\s{0,9}\")"
              + "(?:[^\"\\\\]|\\\\.)++|[A-Za-z0-9+/=]{32,}+");

  private MalformedEventException(String message) {
    super(message);
  }

  static MalformedEventException of(RuntimeException problem, String message) {
    return new MalformedEventException(
        "Not an event: " + describe(problem) + ". It begins: " + excerpt(message));
  }

  private static String describe(RuntimeException problem) {
    if (problem instanceof StreamConstraintsException e) {
      return "it exceeds a limit: " + e.getOriginalMessage();
    }
    if (problem instanceof JacksonException e) {
      String what =
          e instanceof UnexpectedEndOfInputException ? "its JSON is cut off" : "it is no JSON";
      return what
          + " at line "
          + e.getLocation().getLineNr()
          + ", column "
          + e.getLocation().getColumnNr();
    }
    return String.valueOf(problem.getMessage());
  }

  private static String excerpt(String message) {
    String start = message.substring(0, Math.min(message.length(), LOOKED_AT));
    String shown = PRIVATE.matcher(start).replaceAll("…");
    if (shown.length() <= EXCERPT && message.length() <= LOOKED_AT) {
      return shown;
    }
    String cut = shown.substring(0, Math.min(shown.length(), EXCERPT - 1));
    return cut.endsWith("…") ? cut : cut + "…";
  }
}
