package dev.parlando.transport;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import dev.parlando.transport.address.CallId;
import dev.parlando.transport.address.Header;
import dev.parlando.transport.address.Loopback;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service that speaks the Realtime protocol, and how to be let in. Immutable. Credentials are
 * asked for anew at each dial and never shown.
 */
public final class Endpoint {

  /** The model that is asked for where nobody names one. */
  public static final String DEFAULT_MODEL = "gpt-realtime-2.1";

  /** What OpenAI takes, and Azure as well. */
  private static final int OPENAI_MAX_TOOLS = 128;

  private static final Duration OPENAI_SERVER_RESPONSE = Duration.ofSeconds(2);

  private static final Pattern CALL_ID = Pattern.compile("(?:^|&)call_id=([^&]*)");

  private final URI uri;
  private final Map<String, Supplier<String>> headers;
  private final List<String> subprotocols;
  private final @Nullable String modelParameter;
  private final @Nullable String model;
  private final @Nullable Dialect dialect;
  private final boolean voiceByType;
  private final int maxTools;
  private final boolean allowPlainText;
  private final Duration serverResponse;

  private Endpoint(Builder builder) {
    this.uri = builder.uri;
    this.headers = Map.copyOf(builder.headers);
    this.subprotocols = List.copyOf(builder.subprotocols);
    this.modelParameter = builder.modelParameter;
    this.model = builder.model;
    this.dialect = builder.dialect;
    this.voiceByType = builder.voiceByType;
    this.maxTools = builder.maxTools;
    this.allowPlainText = builder.allowPlainText;
    this.serverResponse = builder.serverResponse;
    refusePlainTextCredentials();
  }

  /** OpenAI. */
  public static Endpoint openAi(String apiKey) {
    return openAi(() -> apiKey).build();
  }

  /** OpenAI, with a key (or an ephemeral {@code ek_} secret) fetched at each dial. */
  public static Builder openAi(Supplier<String> apiKey) {
    return at(URI.create("wss://api.openai.com/v1/realtime"))
        .modelParameter("model")
        .bearer(apiKey)
        .maxTools(OPENAI_MAX_TOOLS)
        .serverResponse(OPENAI_SERVER_RESPONSE)
        .dialect(Dialect.GA);
  }

  /**
   * Azure OpenAI, generally available.
   *
   * @param resource the resource's address, as {@code https://name.openai.azure.com}
   * @param deployment the name of the model's deployment
   * @param apiKey the key, fetched at each dial
   */
  public static Builder azureOpenAi(URI resource, String deployment, Supplier<String> apiKey) {
    // With an api-version, this address answers 401.
    return at(URI.create("wss://" + authority(resource) + "/openai/v1/realtime"))
        .modelParameter("model")
        .model(deployment)
        .header("api-key", apiKey)
        .maxTools(OPENAI_MAX_TOOLS)
        .serverResponse(OPENAI_SERVER_RESPONSE)
        .dialect(Dialect.GA);
  }

  /**
   * Azure OpenAI's preview, which speaks the beta dialect; parameters as in {@code azureOpenAi}.
   */
  public static Builder azureOpenAiPreview(
      URI resource, String deployment, Supplier<String> apiKey) {
    return at(URI.create(
            "wss://" + authority(resource) + "/openai/realtime?api-version=2025-04-01-preview"))
        .modelParameter("deployment")
        .model(deployment)
        .header("api-key", apiKey)
        .maxTools(OPENAI_MAX_TOOLS)
        .serverResponse(OPENAI_SERVER_RESPONSE)
        .dialect(Dialect.BETA);
  }

  /**
   * Azure Voice Live, which speaks the beta dialect with fields of its own.
   *
   * @param resource the resource's address, as {@code https://name.services.ai.azure.com}
   * @param model the model's name
   * @param apiKey the key, fetched at each dial
   */
  public static Builder azureVoiceLive(URI resource, String model, Supplier<String> apiKey) {
    return at(URI.create(
            "wss://" + authority(resource) + "/voice-live/realtime?api-version=2026-04-10"))
        .voiceByType()
        .serverResponse(OPENAI_SERVER_RESPONSE)
        .modelParameter("model")
        .model(model)
        .header("api-key", apiKey)
        .dialect(Dialect.BETA);
  }

  /**
   * Any server. The dialect is found out from its first event unless it is set.
   *
   * @param uri a {@code ws} or {@code wss} address
   */
  public static Builder at(URI uri) {
    return new Builder(uri);
  }

  /**
   * The endpoint that the environment names: {@code PARLANDO_URL} (any server; {@code
   * PARLANDO_API_KEY} is sent where set), else {@code OPENAI_API_KEY} (with {@code
   * OPENAI_REALTIME_MODEL}), else {@code AZURE_OPENAI_ENDPOINT} with {@code AZURE_OPENAI_API_KEY}
   * and {@code AZURE_OPENAI_DEPLOYMENT}. {@code PARLANDO_DIALECT} is {@code auto}, {@code ga} or
   * {@code beta}.
   *
   * @throws IllegalStateException if it names none, or one in part
   */
  public static Endpoint fromEnvironment() {
    return new EndpointEnvironment(System.getenv()).endpoint();
  }

  /** Whether the environment names an endpoint, even if in part. */
  public static boolean inEnvironment() {
    return new EndpointEnvironment(System.getenv()).named();
  }

  /** The dialect to speak; empty where the server's first event decides. */
  public Optional<Dialect> dialect() {
    return Optional.ofNullable(dialect);
  }

  /** How many tools the service takes in one session; {@link Integer#MAX_VALUE}: not known. */
  public int maxTools() {
    return maxTools;
  }

  /** How long the service may take to respond by itself after the user stopped speaking. */
  public Duration serverResponse() {
    return serverResponse;
  }

  /** A configuration as this service takes it. */
  public SessionConfig adapted(SessionConfig config) {
    Voice voice = config.voice();
    return voice == null ? config : config.toBuilder().voice(adapted(voice)).build();
  }

  /** The settings of a reply as this service takes them. */
  public ResponseConfig adapted(ResponseConfig config) {
    Voice voice = config.voice();
    return voice == null ? config : config.toBuilder().voice(adapted(voice)).build();
  }

  private Voice adapted(Voice voice) {
    return voiceByType && voice.json().isString()
        ? Voice.ofType("openai", voice.json().stringValue())
        : voice;
  }

  /** Whether this is a side channel of a call that runs elsewhere: its server does not greet. */
  public boolean sideband() {
    return callId().isPresent();
  }

  /** The call whose side channel this is; empty where it is none. */
  public Optional<String> callId() {
    Matcher query = CALL_ID.matcher(requireNonNullElse(uri.getQuery(), ""));
    return query.find() ? Optional.of(query.group(1)) : Optional.empty();
  }

  /**
   * The side channel of a call that runs at the same server by SIP or WebRTC: its session is
   * steered here, while its audio is heard elsewhere.
   *
   * @param callId the call's id, as {@code rtc_…}: of the webhook {@code realtime.call.incoming},
   *     or of the {@code Location} that answered an SDP offer
   * @throws IllegalArgumentException if it is no such id
   */
  public Endpoint call(String callId) {
    String query = uri.getRawQuery();
    Builder call =
        new Builder(
            URI.create(uri + (query == null ? "?" : "&") + "call_id=" + CallId.require(callId)));
    call.headers.putAll(headers);
    call.subprotocols.addAll(subprotocols);
    call.modelParameter = modelParameter;
    call.model = model;
    call.dialect = dialect;
    call.voiceByType = voiceByType;
    call.maxTools = maxTools;
    call.allowPlainText = allowPlainText;
    call.serverResponse = serverResponse;
    return call.build();
  }

  /** The address, without the model's name. */
  public URI uri() {
    return uri;
  }

  /** The names of the headers that go with each upgrade. */
  public Set<String> headers() {
    return headers.keySet();
  }

  /**
   * What to dial now.
   *
   * @param wanted the model that the agent asks for; empty: none. One set on the endpoint comes
   *     first.
   * @throws IllegalStateException if a header's value can't be sent; the message does not show it
   */
  public DialRequest request(String wanted) {
    Map<String, String> resolved = new LinkedHashMap<>();
    headers.forEach((name, value) -> resolved.put(name, Header.requireValue(name, value.get())));
    return new DialRequest(address(wanted), resolved, subprotocols);
  }

  private URI address(String wanted) {
    String query = uri.getRawQuery();
    if (modelParameter == null || sideband()) {
      return uri;
    }
    String name = model != null ? model : wanted.isEmpty() ? DEFAULT_MODEL : wanted;
    String pair = modelParameter + "=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return URI.create(uri + (query == null ? "?" : "&") + pair);
  }

  private void refusePlainTextCredentials() {
    if (allowPlainText
        || headers.isEmpty()
        || !"ws".equalsIgnoreCase(uri.getScheme())
        || Loopback.is(uri.getHost())) {
      return;
    }
    throw new IllegalArgumentException(
        "Credentials would travel to "
            + uri.getHost()
            + " unencrypted. Use wss://, or Endpoint.Builder.allowPlainTextCredentials() where the"
            + " network is trusted.");
  }

  private static String authority(URI resource) {
    if (resource.getHost() == null) {
      throw new IllegalArgumentException(
          "The resource must be an address like https://name.openai.azure.com, not " + resource);
    }
    return resource.getRawAuthority();
  }

  @Override
  public String toString() {
    return "Endpoint["
        + new DialRequest(uri, Map.of(), List.of()).address()
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Puts an endpoint together. */
  public static final class Builder {

    private final URI uri;
    private final Map<String, Supplier<String>> headers = new LinkedHashMap<>();
    private final List<String> subprotocols = new ArrayList<>();
    private @Nullable String modelParameter;
    private @Nullable String model;
    private @Nullable Dialect dialect;
    private boolean voiceByType;
    private int maxTools = Integer.MAX_VALUE;
    private boolean allowPlainText;
    private Duration serverResponse = Duration.ofSeconds(10);

    private Builder(URI uri) {
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!(scheme.equals("ws") || scheme.equals("wss")) || uri.getHost() == null) {
        throw new IllegalArgumentException(
            "An endpoint is an address like wss://host/path, not " + uri);
      }
      this.uri = uri;
    }

    /**
     * Sends a header with each upgrade; the value is asked for anew each time.
     *
     * @throws IllegalArgumentException if that is no header's name, or one that the transport sets
     */
    public Builder header(String name, Supplier<String> value) {
      headers.put(Header.requireName(name), value);
      return this;
    }

    /** Sends {@code Authorization: Bearer …}. */
    public Builder bearer(Supplier<String> token) {
      return header("Authorization", () -> "Bearer " + token.get());
    }

    /**
     * Offers a WebSocket subprotocol.
     *
     * @throws IllegalArgumentException if that is none
     */
    public Builder subprotocol(String name) {
      subprotocols.add(Header.requireSubprotocol(name));
      return this;
    }

    /** The query parameter that carries the model. Without one the address is used as it is. */
    public Builder modelParameter(String name) {
      this.modelParameter = name;
      return this;
    }

    /** The model or deployment; it comes before the one an agent asks for. */
    public Builder model(String name) {
      this.model = name;
      return this;
    }

    /** The dialect to speak, instead of finding it out. */
    public Builder dialect(Dialect spoken) {
      this.dialect = spoken;
      return this;
    }

    /**
     * Sends a voice that is only named as one of OpenAI's: {@code {"name": …, "type": "openai"}}.
     */
    public Builder voiceByType() {
      this.voiceByType = true;
      return this;
    }

    /**
     * How many tools the service takes in one session. More are refused before anything is sent.
     */
    public Builder maxTools(int count) {
      this.maxTools = count;
      return this;
    }

    /**
     * How long the service may take to respond by itself after the user stopped speaking; 2 s for
     * OpenAI and Azure, 10 s elsewhere without it, for smaller machines think longer.
     */
    public Builder serverResponse(Duration atMost) {
      this.serverResponse = atMost;
      return this;
    }

    /** Lets credentials travel over {@code ws://} to a host other than this one. */
    public Builder allowPlainTextCredentials() {
      this.allowPlainText = true;
      return this;
    }

    /**
     * The endpoint.
     *
     * @throws IllegalArgumentException if credentials would travel unencrypted
     */
    public Endpoint build() {
      return new Endpoint(this);
    }
  }
}
