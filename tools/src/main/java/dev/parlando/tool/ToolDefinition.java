package dev.parlando.tool;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A tool as the model is told about it. Immutable.
 *
 * <p>An engine that speaks to a server sends {@link #json}; whatever else needs the parts, as an
 * MCP server does, takes them one by one.
 */
public final class ToolDefinition {

  private final String name;
  private final String description;
  private final String parameters;
  private final @Nullable String strictParameters;
  private final ToolPolicy policy;

  private ToolDefinition(
      String name,
      String description,
      String parameters,
      @Nullable String strictParameters,
      ToolPolicy policy) {
    this.name = Objects.requireNonNull(name, "name");
    this.description = Objects.requireNonNull(description, "description");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.strictParameters = strictParameters;
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * A definition with the {@linkplain ToolPolicy#DEFAULT default policy}, not known to be strict.
   *
   * @param name the name, matching {@code ^[a-zA-Z0-9_-]{1,64}$}
   * @param description what the tool does
   * @param parameters the JSON Schema of the arguments, as JSON text
   */
  public static ToolDefinition of(String name, String description, String parameters) {
    return new ToolDefinition(name, description, parameters, null, ToolPolicy.DEFAULT);
  }

  /** The same, run otherwise. */
  public ToolDefinition withPolicy(ToolPolicy policy) {
    return new ToolDefinition(name, description, parameters, strictParameters, policy);
  }

  /** The same, of which strict mode takes the {@linkplain #parameters() schema} as it is. */
  public ToolDefinition asStrict() {
    return withStrictParameters(parameters);
  }

  /**
   * The same with a schema for strict mode.
   *
   * @param schema a JSON Schema of the same arguments, as JSON text, within what strict mode knows
   */
  public ToolDefinition withStrictParameters(String schema) {
    Objects.requireNonNull(schema, "schema");
    return new ToolDefinition(name, description, parameters, schema, policy);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What the tool does, for the model. */
  public String description() {
    return description;
  }

  /** The JSON Schema of the arguments, as JSON text. */
  public String parameters() {
    return parameters;
  }

  /**
   * The JSON Schema of the arguments for strict mode, as JSON text: every property is required, and
   * what may be left out may be null. Empty if strict mode can't say it. Arguments that were made
   * to it are decoded {@linkplain ArgumentOptions#withStrict so}.
   */
  public Optional<String> strictParameters() {
    return Optional.ofNullable(strictParameters);
  }

  /** How the session runs the tool; it never goes to the model. */
  public ToolPolicy policy() {
    return policy;
  }

  /** The whole definition as a server takes it, as JSON text. */
  public String json(ToolFormat format) {
    boolean strict = format == ToolFormat.STRICT && strictParameters != null;
    StringBuilder json = new StringBuilder("{\"type\":\"function\",\"name\":");
    quote(name, json);
    json.append(",\"description\":");
    quote(description, json);
    json.append(",\"parameters\":").append(strict ? strictParameters : parameters);
    if (format != ToolFormat.REALTIME) {
      json.append(",\"strict\":").append(strict);
    }
    return json.append('}').toString();
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ToolDefinition that
        && name.equals(that.name)
        && description.equals(that.description)
        && parameters.equals(that.parameters)
        && Objects.equals(strictParameters, that.strictParameters)
        && policy.equals(that.policy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, description, parameters, strictParameters, policy);
  }

  @Override
  public String toString() {
    return "ToolDefinition" + json(ToolFormat.REALTIME);
  }
}
