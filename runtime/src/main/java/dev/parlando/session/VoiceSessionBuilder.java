package dev.parlando.session;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.ClockSink;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.internal.shell.Delivery.Subscriber;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import dev.parlando.rest.RealtimeRest;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.session.options.Timeouts;
import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a session that is to be opened; {@link VoiceSession#to} begins one. Not safe for use by
 * several threads.
 */
public final class VoiceSessionBuilder {

  final Endpoint endpoint;
  private final List<ToolSet> toolSets = new ArrayList<>();
  final List<Function<VoiceSession, Subscriber>> subscribers = new ArrayList<>();
  private List<Item> history = List.of();
  private SessionConfig config = SessionConfig.builder().build();
  SessionOptions options = SessionOptions.DEFAULTS;
  Transport transport = JavaWebSocketTransport.ofDefaults();
  private @Nullable PlaybackSink speaker;
  @Nullable RealtimeRest hangUp;

  VoiceSessionBuilder(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Offers these tools too. The first set with instructions, voice or model gives them. */
  public VoiceSessionBuilder tools(ToolSet... sets) {
    toolSets.addAll(List.of(sets));
    return this;
  }

  /** Tells a listener, from the beginning. */
  public VoiceSessionBuilder listener(VoiceListener listener) {
    subscribers.add(session -> VoiceSession.subscriber(session, listener));
    return this;
  }

  /** Tells of one type of event, from the beginning, as {@link VoiceSession#on} does. */
  public <E extends VoiceEvent> VoiceSessionBuilder on(
      Class<E> type, BiConsumer<VoiceSession, ? super E> handler) {
    subscribers.add(session -> VoiceSession.subscriber(session, type, handler));
    return this;
  }

  /**
   * Where the model is heard. The session hands its audio over, closes the sink at its end, and
   * asks it what was heard when the user speaks over a reply. Without a sink it goes by the clock,
   * as if the audio were played at once as it comes.
   */
  public VoiceSessionBuilder speaker(PlaybackSink sink) {
    this.speaker = sink;
    return this;
  }

  /**
   * Hangs the call up when its side channel ends, unless the call is over by itself: when the
   * application closes the session, its budget is used up, or it can't go on. Without it the caller
   * stays on the line. Concerns an {@link Endpoint#call} alone.
   *
   * @param rest the call's server; it may block as long as its own time limit
   */
  public VoiceSessionBuilder hangUpOnClose(RealtimeRest rest) {
    this.hangUp = rest;
    return this;
  }

  /**
   * Sets what is configured at the server: turn detection, transcription, formats. Instructions,
   * voice and tools of the agent fill in what it leaves out.
   */
  public VoiceSessionBuilder config(SessionConfig config) {
    this.config = config;
    return this;
  }

  /** Begins with this conversation, such as {@link VoiceSession#history} of another session. */
  public VoiceSessionBuilder history(List<Item> items) {
    this.history = List.copyOf(items);
    return this;
  }

  /** Sets how the session behaves. */
  public VoiceSessionBuilder options(SessionOptions options) {
    this.options = options;
    return this;
  }

  /** Changes how the session behaves: {@code .options(o -> o.timeouts(…))}. */
  public VoiceSessionBuilder options(Consumer<SessionOptions.Builder> change) {
    SessionOptions.Builder changed = options.toBuilder();
    change.accept(changed);
    return options(changed.build());
  }

  /** Sets the WebSocket library; {@link JavaWebSocketTransport} with its defaults without it. */
  public VoiceSessionBuilder transport(Transport transport) {
    this.transport = transport;
    return this;
  }

  /**
   * Opens the session and blocks until it is ready, at most {@link
   * dev.parlando.session.options.Timeouts#connect}.
   *
   * @throws ConnectFailedException if it can't be opened, or the thread is interrupted, which stays
   *     interrupted
   * @throws IllegalArgumentException if two tools have the same name, or there are more than the
   *     endpoint takes
   */
  public VoiceSession connect() {
    CompletableFuture<VoiceSession> session = connectAsync();
    try {
      return session.get();
    } catch (InterruptedException e) {
      session.cancel(true);
      Thread.currentThread().interrupt();
      throw ConnectFailedException.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectFailedException failed) {
        // The caller's stack, not that of the session's thread.
        throw new ConnectFailedException(failed);
      }
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("A session could not be opened", e.getCause());
    }
  }

  /**
   * Opens the session without blocking.
   *
   * @return completes when the session is ready, on a thread of the session, or exceptionally with
   *     a {@link ConnectFailedException} or with what a supplier of credentials or the executor
   *     threw; cancelled, it gives the attempt up
   * @throws IllegalArgumentException if two tools have the same name, or there are more than the
   *     endpoint takes
   */
  public CompletableFuture<VoiceSession> connectAsync() {
    VoiceSession session =
        new VoiceSession(this, ToolCatalog.of(toolSets).atMost(endpoint.maxTools()));
    CompletableFuture<VoiceSession> ready = new CompletableFuture<>();
    var unused =
        session
            .loop()
            .connected()
            .handle(
                (Void nothing, @Nullable Throwable failure) ->
                    failure == null
                        ? ready.complete(session)
                        : ready.completeExceptionally(ConnectFailedException.of(failure)));
    var unusedToo =
        ready.exceptionally(
            failure -> {
              if (ready.isCancelled()) {
                session.loop().feed(new Input.Command.Close(1000, ""));
              }
              return session;
            });
    try {
      options.executor().execute(() -> dial(session, ready));
    } catch (RuntimeException | Error refused) {
      ready.completeExceptionally(refused);
    }
    return ready;
  }

  /** Credentials may come from far away, and need not come at all. */
  private void dial(VoiceSession session, CompletableFuture<VoiceSession> ready) {
    try {
      session.loop().dial();
    } catch (RuntimeException | Error refused) {
      ready.completeExceptionally(refused);
    }
  }

  EngineOptions engineOptions() {
    return new EngineOptions(
        endpoint.adapted(wholeConfig()),
        endpoint.dialect().orElse(null),
        endpoint.sideband(),
        history,
        optionsAtEndpoint(),
        ThreadLocalRandom.current().nextLong());
  }

  private SessionOptions optionsAtEndpoint() {
    Timeouts timeouts = options.timeouts();
    return timeouts.serverResponse().isPresent()
        ? options
        : options.toBuilder()
            .timeouts(timeouts.toBuilder().serverResponse(endpoint.serverResponse()).build())
            .build();
  }

  PlaybackSink sink() {
    if (speaker != null) {
      return speaker;
    }
    return new ClockSink(outputFormat(), options.time()::nowMs);
  }

  AudioFormat outputFormat() {
    return requireNonNullElse(config.outputFormat(), AudioFormat.PCM16_24K);
  }

  private SessionConfig wholeConfig() {
    SessionConfig.Builder whole = config.toBuilder();
    String instructions = first(AgentProfile::instructions);
    if (config.instructions() == null && !instructions.isEmpty()) {
      whole.instructions(instructions);
    }
    String voice = first(AgentProfile::voice);
    if (config.voice() == null && !voice.isEmpty()) {
      whole.voice(Voice.named(voice));
    }
    return whole.build();
  }

  /** The model that an agent asks for; empty: none does. */
  String model() {
    return first(AgentProfile::model);
  }

  private String first(Function<AgentProfile, String> setting) {
    return toolSets.stream()
        .map(ToolSet::agent)
        .map(setting)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
