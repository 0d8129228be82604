package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Reads a handshake from an HTTP request, and what it asks for. */
final class Handshakes {

  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

  private Handshakes() {}

  static Handshake of(Request request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.getValue() == null ? "" : field.getValue());
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), List.copyOf(field.getValues()));
    }
    List<String> subprotocols = new ArrayList<>();
    for (String line : headers.getOrDefault("sec-websocket-protocol", List.of())) {
      for (String protocol : line.split(",", -1)) {
        subprotocols.add(protocol.strip());
      }
    }
    return new Handshake(request.getHttpURI().getPath(), query, headers, subprotocols);
  }

  /** The key that a client shows, wherever it may stand. */
  static Optional<String> key(Handshake handshake) {
    return Stream.of(
            handshake
                .header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip()),
            handshake.header("api-key"),
            handshake.queryValue("api-key"),
            handshake.subprotocols().stream()
                .filter(protocol -> protocol.startsWith(KEY_PROTOCOL))
                .map(protocol -> protocol.substring(KEY_PROTOCOL.length()))
                .findFirst())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The model or, at Azure, the deployment. */
  static Optional<String> model(Handshake handshake) {
    return handshake.queryValue("model").or(() -> handshake.queryValue("deployment"));
  }

  static boolean isTranscription(Handshake handshake) {
    return handshake.queryValue("intent").equals(Optional.of("transcription"));
  }

  /** Whether the client joins a call that began elsewhere. */
  static boolean isSideband(Handshake handshake) {
    return handshake.query().containsKey("call_id");
  }

  /** What Azure answers with status 401: a version on the path that has none. */
  static boolean isAzureWithVersion(Handshake handshake) {
    return handshake.path().startsWith("/openai/v1/")
        && handshake.query().containsKey("api-version");
  }

  static boolean needsNoModel(Handshake handshake) {
    return isTranscription(handshake) || isSideband(handshake);
  }

  static boolean asksForBeta(Handshake handshake) {
    return handshake.header("openai-beta").isPresent()
        || handshake.subprotocols().stream().anyMatch(each -> each.startsWith("openai-beta."));
  }
}
