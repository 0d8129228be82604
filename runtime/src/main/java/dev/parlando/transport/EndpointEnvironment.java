package dev.parlando.transport;

import dev.parlando.realtime.Dialect;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Endpoint} from environment variables. */
final class EndpointEnvironment {

  private final Map<String, String> variables;

  EndpointEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  boolean named() {
    return has("PARLANDO_URL") || has("OPENAI_API_KEY") || has("AZURE_OPENAI_ENDPOINT");
  }

  Endpoint endpoint() {
    Endpoint.Builder builder;
    if (has("PARLANDO_URL")) {
      builder = Endpoint.at(uri("PARLANDO_URL"));
      if (has("PARLANDO_API_KEY")) {
        builder.bearer(() -> value("PARLANDO_API_KEY"));
      }
    } else if (has("OPENAI_API_KEY")) {
      builder = Endpoint.openAi(() -> value("OPENAI_API_KEY"));
      if (has("OPENAI_REALTIME_MODEL")) {
        builder.model(value("OPENAI_REALTIME_MODEL"));
      }
    } else if (has("AZURE_OPENAI_ENDPOINT")) {
      value("AZURE_OPENAI_API_KEY");
      builder =
          Endpoint.azureOpenAi(
              uri("AZURE_OPENAI_ENDPOINT"),
              value("AZURE_OPENAI_DEPLOYMENT"),
              () -> value("AZURE_OPENAI_API_KEY"));
    } else {
      throw new IllegalStateException(
          "No endpoint in the environment. Set PARLANDO_URL, or OPENAI_API_KEY, or"
              + " AZURE_OPENAI_ENDPOINT with AZURE_OPENAI_API_KEY and AZURE_OPENAI_DEPLOYMENT.");
    }
    Dialect dialect = dialect();
    return (dialect == null ? builder : builder.dialect(dialect)).build();
  }

  private @Nullable Dialect dialect() {
    String name = variables.getOrDefault("PARLANDO_DIALECT", "auto").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ga" -> Dialect.GA;
      case "beta" -> Dialect.BETA;
      case "auto", "" -> null;
      default ->
          throw new IllegalStateException(
              "PARLANDO_DIALECT must be auto, ga or beta, not " + name + ".");
    };
  }

  private URI uri(String variable) {
    try {
      return URI.create(value(variable));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(variable + " is not an address: " + e.getMessage(), e);
    }
  }

  private boolean has(String variable) {
    return !variables.getOrDefault(variable, "").isBlank();
  }

  private String value(String variable) {
    String value = variables.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      throw new IllegalStateException(variable + " is not set.");
    }
    return value;
  }
}
