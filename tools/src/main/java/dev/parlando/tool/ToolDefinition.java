package dev.parlando.tool;

/**
 * A tool as the model is told about it.
 *
 * @param name the name, matching {@code ^[a-zA-Z0-9_-]{1,64}$}
 * @param description what the tool does
 * @param parameters the JSON Schema of the arguments, as JSON text
 * @param policy how the session runs the tool; it never goes to the model
 */
public record ToolDefinition(
    String name, String description, String parameters, ToolPolicy policy) {

  /** A definition with the {@linkplain ToolPolicy#DEFAULT default policy}. */
  public ToolDefinition(String name, String description, String parameters) {
    this(name, description, parameters, ToolPolicy.DEFAULT);
  }
}
