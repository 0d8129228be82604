package dev.parlando.tool;

/**
 * Thrown by a tool to tell the model what went wrong. Of every other exception the model learns
 * only that the tool failed.
 */
public class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the text for the model, without secrets and internals
   */
  public ToolException(String message) {
    super(message);
  }

  /**
   * @param message the text for the model, without secrets and internals
   * @param cause what happened, for the log only
   */
  public ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
