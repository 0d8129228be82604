package dev.parlando.testkit.internal.access;

import dev.parlando.testkit.observe.ClientHandshake;
import java.util.Optional;
import java.util.stream.Stream;

/** What a handshake asks for, wherever in it that may stand. */
public final class Handshakes {

  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

  private Handshakes() {}

  /** The key that a client shows, wherever it may stand. */
  public static Optional<String> key(ClientHandshake handshake) {
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
  public static Optional<String> model(ClientHandshake handshake) {
    return handshake.queryValue("model").or(() -> handshake.queryValue("deployment"));
  }

  /** Whether the session only transcribes. */
  public static boolean isTranscription(ClientHandshake handshake) {
    return handshake.queryValue("intent").equals(Optional.of("transcription"));
  }

  /** Whether the client joins a call that began elsewhere. */
  public static boolean isSideband(ClientHandshake handshake) {
    return handshake.query().containsKey("call_id");
  }

  /** What Azure answers with status 401: a version on the path that has none. */
  public static boolean isAzureWithVersion(ClientHandshake handshake) {
    return handshake.path().startsWith("/openai/v1/")
        && handshake.query().containsKey("api-version");
  }

  /** Whether a connection may do without a model. */
  public static boolean needsNoModel(ClientHandshake handshake) {
    return isTranscription(handshake) || isSideband(handshake);
  }

  /** Whether the client asks for the beta of the protocol. */
  public static boolean asksForBeta(ClientHandshake handshake) {
    return handshake.header("openai-beta").isPresent()
        || handshake.subprotocols().stream().anyMatch(each -> each.startsWith("openai-beta."));
  }
}
