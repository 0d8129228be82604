package dev.parlando.testkit.internal.access;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.internal.session.SessionDraft;
import dev.parlando.testkit.observe.ClientHandshake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may connect: whoever shows the server's key, or a secret that it gave out for a
 * while. Holds also what was arranged beforehand for a session.
 */
public final class ClientAccess {

  private static final String SECRET_PREFIX = "ek_";

  /**
   * A key for a while.
   *
   * @param value what a client shows
   * @param session what was arranged with it
   */
  public record Secret(String value, Instant expiresAt, SessionDraft session) {}

  private final Dialect dialect;
  private final @Nullable String apiKey;
  private final InstantSource clock;
  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  private final CallBook calls;

  /**
   * @param apiKey the key that clients must show; null if they need none
   * @param calls the calls that clients may join
   */
  public ClientAccess(
      Dialect dialect, @Nullable String apiKey, InstantSource clock, CallBook calls) {
    this.dialect = dialect;
    this.apiKey = apiKey;
    this.clock = clock;
    this.calls = calls;
  }

  /** What the server speaks. */
  public Dialect dialect() {
    return dialect;
  }

  /** Whether a client may open a session. */
  public boolean admits(ClientHandshake handshake) {
    Optional<String> shown = Handshakes.key(handshake);
    if (shown.filter(key -> key.startsWith(SECRET_PREFIX)).isPresent()) {
      return shown.flatMap(this::valid).isPresent();
    }
    return mayAdminister(handshake);
  }

  /** Whether a client may do what takes the server's own key. */
  public boolean mayAdminister(ClientHandshake handshake) {
    return apiKey == null || Handshakes.key(handshake).map(this::isApiKey).orElse(false);
  }

  private boolean isApiKey(String given) {
    return apiKey != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), apiKey.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Secret> valid(String value) {
    return Optional.ofNullable(secrets.get(value))
        .filter(secret -> clock.instant().isBefore(secret.expiresAt()));
  }

  /** Gives a secret out. */
  public Secret issue(SessionDraft session, Duration lifetime) {
    Instant now = clock.instant();
    secrets.values().removeIf(secret -> !now.isBefore(secret.expiresAt()));
    String value = SECRET_PREFIX + UUID.randomUUID().toString().replace("-", "");
    Secret secret = new Secret(value, now.plus(lifetime), session);
    secrets.put(value, secret);
    return secret;
  }

  /** The calls that clients may join. */
  public CallBook calls() {
    return calls;
  }

  /** What was arranged for whoever comes so. */
  public Optional<SessionDraft> draft(ClientHandshake handshake) {
    return handshake
        .queryValue("call_id")
        .flatMap(calls::accepted)
        .or(() -> Handshakes.key(handshake).flatMap(this::valid).map(Secret::session));
  }
}
