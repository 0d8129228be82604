package dev.parlando.session;

import dev.parlando.audio.PlaybackSink;
import dev.parlando.internal.engine.Engine;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.internal.shell.Delivery;
import dev.parlando.internal.shell.Delivery.Subscriber;
import dev.parlando.internal.shell.GuardedSink;
import dev.parlando.internal.shell.SessionLoop;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.rest.RealtimeRest;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.time.SessionTime;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * A conversation with a voice model that can call tools.
 *
 * <p>Safe for use by many threads. Methods that send return at once; what they send leaves in the
 * order of the calls. A session that is over ignores them.
 */
public final class VoiceSession implements AutoCloseable {

  private final SessionLoop loop;
  private final Delivery delivery;
  private final Duration closeTimeout;
  private final Endpoint endpoint;
  private final SessionTime time;
  private final CompletableFuture<Void> ended;

  VoiceSession(VoiceSessionBuilder builder, ToolCatalog catalog) {
    SessionOptions options = builder.options;
    String model = builder.model();
    this.endpoint = builder.endpoint;
    this.closeTimeout = options.timeouts().close();
    this.time = options.time();
    this.delivery = new Delivery(options.executor(), options.audioBuffers().listenerBytes());
    this.loop =
        new SessionLoop(
            new Engine(builder.engineOptions(), catalog),
            options,
            delivery,
            new GuardedSink(
                builder.sink(), builder.outputFormat(), options.time()::nowMs, delivery::tell),
            builder.transport,
            () -> builder.endpoint.request(model),
            this);
    builder.subscribers.forEach(subscriber -> delivery.add(subscriber.apply(this)));
    this.ended = hangingUp(builder);
  }

  /** The end of the session, and of its call where that is hung up with it. */
  private CompletableFuture<Void> hangingUp(VoiceSessionBuilder builder) {
    RealtimeRest rest = builder.hangUp;
    String callId = endpoint.callId().orElse(null);
    if (rest == null || callId == null) {
      return loop.ended();
    }
    HangUp hangUp = new HangUp(() -> rest.hangup(callId), builder.options.toolExecutor());
    delivery.add(new Subscriber(HangUp.class.getName(), hangUp));
    return loop.ended().thenCompose(over -> hangUp.done());
  }

  /**
   * The session in which a tool runs.
   *
   * @throws IllegalStateException if the call does not belong to a voice session
   */
  public static VoiceSession of(ToolContext call) {
    return call.owner(VoiceSession.class)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The call of " + call.toolName() + " does not run in a voice session"));
  }

  /**
   * Opens a session and waits until it is ready, at most {@link
   * dev.parlando.session.options.Timeouts#connect}.
   *
   * @throws ConnectFailedException if it can't be opened, or the thread is interrupted
   */
  public static VoiceSession connect(ToolSet tools, Endpoint endpoint) {
    return to(endpoint).tools(tools).connect();
  }

  /**
   * Opens a session and waits until it is ready, at most {@link
   * dev.parlando.session.options.Timeouts#connect}.
   *
   * @throws ConnectFailedException if it can't be opened, or the thread is interrupted
   */
  public static VoiceSession connect(ToolSet tools, Endpoint endpoint, VoiceListener listener) {
    return to(endpoint).tools(tools).listener(listener).connect();
  }

  /** Starts to describe a session with a server. */
  public static VoiceSessionBuilder to(Endpoint endpoint) {
    return new VoiceSessionBuilder(endpoint);
  }

  SessionLoop loop() {
    return loop;
  }

  /** The server's id of the session; empty where it gave none. */
  public String id() {
    return loop.sessionId();
  }

  /** Adds a text of the user and requests a response. */
  public void sendText(String text) {
    loop.feed(new Input.Command.SendText(text));
  }

  /**
   * Adds audio of the user.
   *
   * @param audio samples in the session's input format; not to be changed afterwards
   */
  public void appendAudio(byte[] audio) {
    loop.feed(new Input.Command.AppendAudio(audio));
  }

  /** Adds audio of the user; the buffer's remaining bytes are copied. */
  public void appendAudio(ByteBuffer audio) {
    byte[] bytes = new byte[audio.remaining()];
    audio.get(bytes);
    appendAudio(bytes);
  }

  /** Ends the user's turn and requests a response, where the server does not detect turns. */
  public void commit() {
    loop.feed(new Input.Command.Commit(true));
  }

  /**
   * Exchanges the connection for another at the next moment when nothing is under way and all was
   * heard, as the session does by itself before its server ends the connection. Told as {@link
   * VoiceEvent.Reconnecting} and {@link VoiceEvent.Reconnected}.
   */
  public void renewConnection() {
    loop.feed(new Input.Command.Renew());
  }

  /** Forgets the audio of the user since the last turn. */
  public void clearAudio() {
    loop.feed(new Input.Command.ClearAudio());
  }

  /**
   * Stops the response that is under way, as the user does by speaking over it. Tools go on, and
   * what they return asks for no response.
   */
  public void interrupt() {
    loop.feed(new Input.Command.Interrupt());
  }

  /** Requests a response. */
  public void requestResponse() {
    loop.feed(new Input.Command.RequestResponse(null));
  }

  /**
   * Requests a response that differs from the session's configuration.
   *
   * @param overrides what differs; its instructions take the place of the session's
   */
  public void requestResponse(ResponseConfig overrides) {
    loop.feed(new Input.Command.RequestResponse(endpoint.adapted(overrides)));
  }

  /**
   * Requests a response that the caller's speech does not stop, such as an announcement; what the
   * caller says meanwhile is answered after it. {@link #interrupt} stops it all the same, and so
   * does a server whose turn detection is not told {@code interrupt_response: false}.
   *
   * @param overrides what differs from the session's configuration
   */
  public void requestProtectedResponse(ResponseConfig overrides) {
    loop.feed(new Input.Command.RequestResponse(endpoint.adapted(overrides), false));
  }

  /** Adds an item to the end of the conversation, without requesting a response. */
  public void addItem(Item item) {
    loop.feed(new Input.Command.Add(item));
  }

  /** Takes an item out of the conversation. */
  public void deleteItem(String itemId) {
    loop.feed(new Input.Command.Delete(itemId));
  }

  /** Changes the instructions, from the next response on. */
  public void updateInstructions(String instructions) {
    update(SessionConfig.builder().instructions(instructions).build());
  }

  /** Changes the configuration; what is absent stays as it is. */
  public void update(SessionConfig changes) {
    loop.feed(new Input.Command.Update(endpoint.adapted(changes)));
  }

  /**
   * Exchanges the tools. Calls of tools that are gone are answered as unavailable.
   *
   * @throws IllegalArgumentException if two tools have the same name, or there are more than the
   *     endpoint takes
   */
  public void updateTools(ToolSet... tools) {
    loop.feed(
        new Input.Command.ReplaceTools(ToolCatalog.of(List.of(tools)).atMost(endpoint.maxTools())));
  }

  /**
   * The conversation so far, as items that {@link VoiceSessionBuilder#history} takes: transcripts
   * in place of audio, and every call with its output. A snapshot; may be asked for on any thread.
   */
  public List<Item> history() {
    return loop.history();
  }

  /** What was used so far. A snapshot; may be asked for on any thread. */
  public UsageTotals usage() {
    return loop.usage();
  }

  /**
   * The account's limits as the server last told them; empty where it tells none. A snapshot; may
   * be asked for on any thread.
   */
  public List<RateLimit> rateLimits() {
    return loop.rateLimits();
  }

  /** Tells one more listener, from now on. */
  public Subscription listen(VoiceListener listener) {
    return subscribe(subscriber(this, listener));
  }

  /**
   * Tells of one type of event, from now on, on the threads that {@link VoiceListener} names.
   *
   * @param type of the events, such as {@code ReplyEvent.Transcript.class}; {@code
   *     VoiceEvent.class} for all
   */
  public <E extends VoiceEvent> Subscription on(
      Class<E> type, BiConsumer<VoiceSession, ? super E> handler) {
    return subscribe(subscriber(this, type, handler));
  }

  private Subscription subscribe(Subscriber subscriber) {
    delivery.add(subscriber);
    return () -> delivery.remove(subscriber);
  }

  static Subscriber subscriber(VoiceSession session, VoiceListener listener) {
    return new Subscriber(listener.getClass().getName(), new ListenerCalls(session, listener));
  }

  static <E extends VoiceEvent> Subscriber subscriber(
      VoiceSession session, Class<E> type, BiConsumer<VoiceSession, ? super E> handler) {
    return new Subscriber(
        handler.getClass().getName(),
        event -> {
          if (type.isInstance(event)) {
            handler.accept(session, type.cast(event));
          }
        });
  }

  /** How many audio events were left out because the listeners were too slow. */
  public long droppedAudioEvents() {
    return delivery.droppedAudio();
  }

  /** How many pieces of the user's audio were left out because the network was too slow. */
  public long droppedInputAudio() {
    return loop.droppedInputAudio();
  }

  /**
   * Blocks until nothing is under way: no response, also none that the server is about to begin
   * because the user stopped speaking, no call, and nothing that waits for its turn; and until the
   * listeners were told all of it. Not to be called by a listener or a tool.
   *
   * @return false if the time ran out first
   */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    return await(idle(), atMost);
  }

  /** Completes when nothing is under way, and the listeners were told all of it. */
  public CompletableFuture<Void> idle() {
    return loop.idle().copy();
  }

  /**
   * Blocks until nothing is under way, as {@link #awaitIdle} does, and everything that the model
   * said has been heard to its end: by the account of the {@link PlaybackSink}, or the server's
   * where this is the side channel of a call. Not to be called by a listener or a tool.
   *
   * @return false if the time ran out first
   */
  public boolean awaitHeard(Duration atMost) throws InterruptedException {
    return await(heard(), atMost);
  }

  /** Completes when nothing is under way, and everything that the model said has been heard. */
  public CompletableFuture<Void> heard() {
    return loop.heard().copy();
  }

  /**
   * Ends the session as {@link #close} does once nothing is under way and everything that the model
   * said has been heard, so that a farewell is not cut off. Returns at once; a tool may call it,
   * and the response to its output is heard first.
   *
   * @param atMost after which the session ends all the same
   * @return completes when the session is over
   */
  public CompletableFuture<Void> closeWhenHeard(Duration atMost) {
    Input close = new Input.Command.Close(1000, "");
    var unused = loop.heard().thenRun(() -> loop.feed(close));
    Runnable stop = time.after(atMost.toMillis(), () -> loop.feed(close));
    var unusedToo = ended.thenRun(stop);
    return ended();
  }

  /** Completes when the session is over and the listeners were told. */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /**
   * Ends the session: cancels running tools, closes the connection and blocks until the end, at
   * most for {@link dev.parlando.session.options.Timeouts#close}. Called by a listener, it does not
   * block. Closing twice does nothing.
   */
  @Override
  public void close() {
    loop.feed(new Input.Command.Close(1000, ""));
    if (delivery.onDeliveringThread()) {
      return;
    }
    try {
      await(ended, closeTimeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean await(CompletableFuture<Void> future, Duration atMost)
      throws InterruptedException {
    try {
      future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A session's future failed", e);
    }
  }
}
