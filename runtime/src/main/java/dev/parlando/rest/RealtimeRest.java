package dev.parlando.rest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.address.CallId;
import dev.parlando.transport.address.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP requests of the Realtime API: keys for clients that must not have the server's, and what
 * becomes of calls that came in by SIP.
 *
 * <p>Each method sends one request and blocks until it is answered or its time is over. What goes
 * wrong on the way or at the server is a {@link RealtimeRestException}. Immutable and safe for use
 * by many threads; credentials are asked for anew at each request and never shown.
 */
public final class RealtimeRest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(2);

  private final JsonPoster poster;
  private final List<Credential> credentials;

  private RealtimeRest(Builder builder) {
    this.credentials = List.copyOf(builder.credentials);
    if (!credentials.isEmpty()) {
      requireEncryption(builder.base);
    }
    HttpClient client =
        builder.client != null
            ? builder.client
            // A redirect could carry the credentials elsewhere.
            : HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    this.poster = new JsonPoster(client, builder.base, credentials, builder.timeout);
  }

  /** OpenAI. */
  public static RealtimeRest openAi(String apiKey) {
    return openAi(() -> apiKey).build();
  }

  /** OpenAI, with a key fetched at each request. */
  public static Builder openAi(Supplier<String> apiKey) {
    return at(URI.create("https://api.openai.com/v1")).bearer(apiKey);
  }

  /**
   * Azure OpenAI, generally available. A session's model is the name of a deployment.
   *
   * @param resource the resource's address, as {@code https://name.openai.azure.com}
   * @param apiKey the key, fetched at each request
   */
  public static Builder azureOpenAi(URI resource, Supplier<String> apiKey) {
    Builder.requireHttp(resource);
    return at(URI.create(resource.getScheme() + "://" + resource.getRawAuthority() + "/openai/v1"))
        .header("api-key", apiKey);
  }

  /**
   * Any server.
   *
   * @param base an {@code http} or {@code https} address, to which {@code /realtime/…} is added
   */
  public static Builder at(URI base) {
    Builder.requireHttp(base);
    return new Builder(Builder.below(base, "/realtime"));
  }

  /**
   * The server of an endpoint: the same host, port and path by {@code https}, or {@code http} where
   * the endpoint's is {@code ws}, with the endpoint's headers.
   */
  public static Builder of(Endpoint endpoint) {
    URI uri = endpoint.uri();
    String scheme = "ws".equalsIgnoreCase(uri.getScheme()) ? "http" : "https";
    String path = requireNonNullElse(uri.getRawPath(), "");
    Builder rest = new Builder(URI.create(scheme + "://" + uri.getRawAuthority() + path));
    for (String name : endpoint.headers()) {
      rest.header(name, () -> requireNonNull(endpoint.request("").headers().get(name)));
    }
    return rest;
  }

  /**
   * Makes a key for a client that ends when the server likes: after 10 minutes at OpenAI.
   *
   * @param session what the sessions that it opens will be
   */
  public ClientSecret createClientSecret(SessionConfig session) {
    return createClientSecret(session, null);
  }

  /**
   * Makes a key for a client.
   *
   * @param session what the sessions that it opens will be
   * @param expiresAfter how long it opens sessions, 10 to 7200 s in whole seconds; null: as long as
   *     the server likes
   * @throws IllegalArgumentException if the time is another
   */
  public ClientSecret createClientSecret(SessionConfig session, @Nullable Duration expiresAfter) {
    ObjectNode body = JSON.createObjectNode();
    if (expiresAfter != null) {
      if (expiresAfter.compareTo(SHORTEST) < 0 || expiresAfter.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "A client secret lasts 10 to 7200 seconds, not " + expiresAfter + ".");
      }
      body.putObject("expires_after")
          .put("anchor", "created_at")
          .put("seconds", expiresAfter.toSeconds());
    }
    body.set("session", SessionBody.write(session, Dialect.GA));
    String path = "/client_secrets";
    return ClientSecretBody.readGa(poster.address(path), poster.post(path, body));
  }

  /**
   * Makes a key for a client on a server that speaks the beta dialect, such as a self-hosted one.
   * OpenAI has ended the beta; use {@link #createClientSecret} there.
   *
   * @param session what the session that it opens will be
   */
  public ClientSecret createBetaSession(SessionConfig session) {
    String path = SessionBody.transcribes(session) ? "/transcription_sessions" : "/sessions";
    String answer = poster.post(path, SessionBody.write(session, Dialect.BETA));
    return ClientSecretBody.readBeta(poster.address(path), answer);
  }

  /**
   * Takes a call that came in. Then a session on the endpoint with {@code ?call_id=} steers it.
   *
   * @param callId the call's id, as {@code rtc_…}, from the webhook {@code realtime.call.incoming}
   * @param session what the call's session will be
   */
  public void accept(String callId, SessionConfig session) {
    poster.post(call(callId, "accept"), SessionBody.write(session, Dialect.GA));
  }

  /**
   * Declines a call that came in.
   *
   * @param sipStatus what the caller is told, such as 486, busy, or 603, declined
   * @throws IllegalArgumentException if it is no SIP status of a refusal, 300 to 699
   */
  public void reject(String callId, int sipStatus) {
    if (sipStatus < 300 || sipStatus > 699) {
      throw new IllegalArgumentException(
          "A call is rejected with a SIP status of 300 to 699, not " + sipStatus + ".");
    }
    poster.post(call(callId, "reject"), JSON.createObjectNode().put("status_code", sipStatus));
  }

  /**
   * Hands a call over to somebody else.
   *
   * @param targetUri whom to, as {@code tel:+14155550123} or {@code sip:agent@example.com}
   */
  public void refer(String callId, String targetUri) {
    poster.post(call(callId, "refer"), JSON.createObjectNode().put("target_uri", targetUri));
  }

  /** Ends a call, whether it came by SIP or WebRTC. */
  public void hangup(String callId) {
    poster.post(call(callId, "hangup"), null);
  }

  private static void requireEncryption(URI base) {
    if ("http".equalsIgnoreCase(base.getScheme()) && !Loopback.is(base.getHost())) {
      throw new IllegalArgumentException(
          "Credentials would travel to " + base.getHost() + " unencrypted. Use https://.");
    }
  }

  private static String call(String callId, String action) {
    return "/calls/" + CallId.require(callId) + "/" + action;
  }

  @Override
  public String toString() {
    return "RealtimeRest[" + poster.address("") + ", headers=" + credentials + "]";
  }

  /** Puts a {@link RealtimeRest} together. Not safe for use by several threads. */
  public static final class Builder {

    private final URI base;
    private final List<Credential> credentials = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(30);
    private @Nullable HttpClient client;

    private Builder(URI base) {
      requireHttp(base);
      this.base = base;
    }

    private static URI below(URI base, String path) {
      String query = base.getRawQuery();
      return URI.create(
          base.getScheme()
              + "://"
              + base.getRawAuthority()
              + requireNonNullElse(base.getRawPath(), "").replaceAll("/+$", "")
              + path
              + (query == null ? "" : "?" + query));
    }

    private static void requireHttp(URI base) {
      String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
      if (!(scheme.equals("http") || scheme.equals("https")) || base.getHost() == null) {
        throw new IllegalArgumentException(
            "The address must be one like https://host/v1, not " + base);
      }
    }

    /** Sends a header with each request; the value is asked for anew each time. */
    public Builder header(String name, Supplier<String> value) {
      credentials.add(new Credential(name, "", value));
      return this;
    }

    /** Sends {@code Authorization: Bearer …}. */
    public Builder bearer(Supplier<String> token) {
      credentials.add(new Credential("Authorization", "Bearer ", token));
      return this;
    }

    /**
     * How long one request may take, from the connection to the last byte of the answer; 30 s
     * without this.
     *
     * @throws IllegalArgumentException if it is less than 1 ms
     */
    public Builder timeout(Duration atMost) {
      if (atMost.toMillis() < 1) {
        throw new IllegalArgumentException("A timeout must be at least 1 ms, not " + atMost + ".");
      }
      this.timeout = atMost;
      return this;
    }

    /** Sends by this client, which may know a proxy; without it by one that follows no redirect. */
    public Builder httpClient(HttpClient sender) {
      this.client = sender;
      return this;
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException if credentials would travel unencrypted to another machine
     */
    public RealtimeRest build() {
      return new RealtimeRest(this);
    }
  }
}
