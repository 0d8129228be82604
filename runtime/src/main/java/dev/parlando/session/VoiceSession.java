package dev.parlando.session;

import dev.parlando.audio.ClockSink;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.AudioFormat;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import dev.parlando.session.engine.Engine;
import dev.parlando.session.engine.Input;
import dev.parlando.session.engine.ToolCatalog;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  private VoiceSession(
      SessionLoop loop, Delivery delivery, Duration closeTimeout, Endpoint endpoint) {
    this.loop = loop;
    this.delivery = delivery;
    this.closeTimeout = closeTimeout;
    this.endpoint = endpoint;
  }

  /**
   * Opens a session and waits until it is ready.
   *
   * @throws ConnectFailedException if it can't be opened
   */
  public static VoiceSession connect(ToolSet tools, Endpoint endpoint) {
    return to(endpoint).tools(tools).connect();
  }

  /**
   * Opens a session and waits until it is ready.
   *
   * @throws ConnectFailedException if it can't be opened
   */
  public static VoiceSession connect(ToolSet tools, Endpoint endpoint, VoiceListener listener) {
    return to(endpoint).tools(tools).listener(listener).connect();
  }

  /** Starts to describe a session with a server. */
  public static Builder to(Endpoint endpoint) {
    return new Builder(endpoint);
  }

  /** The server's id of the session; empty where it gave none. */
  public String id() {
    return loop.sessionId();
  }

  /** Says something for the user, in writing, and asks for a reply. */
  public void sendText(String text) {
    loop.feed(new Input.Command.Say(text));
  }

  /**
   * Adds sound of the user.
   *
   * @param audio samples in the session's input format; not to be changed afterwards
   */
  public void appendAudio(byte[] audio) {
    loop.feed(new Input.Command.Hear(audio));
  }

  /** Adds sound of the user; the buffer's remaining bytes are copied. */
  public void appendAudio(ByteBuffer audio) {
    byte[] bytes = new byte[audio.remaining()];
    audio.get(bytes);
    appendAudio(bytes);
  }

  /** Ends the user's turn and asks for a reply, where the server does not listen for the end. */
  public void commit() {
    loop.feed(new Input.Command.Commit(true));
  }

  /** Forgets the sound of the user since the last turn. */
  public void clearAudio() {
    loop.feed(new Input.Command.ClearAudio());
  }

  /**
   * Stops the reply that is under way. Tools go on; their answers ask for no reply of their own.
   */
  public void interrupt() {
    loop.feed(new Input.Command.Interrupt());
  }

  /** Asks for a reply. */
  public void requestReply() {
    loop.feed(new Input.Command.Reply(null));
  }

  /**
   * Asks for a reply that differs from the session's configuration.
   *
   * @param overrides what differs; its instructions take the place of the session's
   */
  public void requestReply(ResponseConfig overrides) {
    loop.feed(new Input.Command.Reply(endpoint.adapted(overrides)));
  }

  /** Adds an item to the end of the conversation, without asking for a reply. */
  public void addItem(Item item) {
    loop.feed(new Input.Command.Add(item));
  }

  /** Takes an item out of the conversation. */
  public void deleteItem(String itemId) {
    loop.feed(new Input.Command.Delete(itemId));
  }

  /** Changes the instructions. */
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
   * @throws IllegalArgumentException if two tools have the same name
   */
  public void updateTools(ToolSet... tools) {
    loop.feed(new Input.Command.Retool(ToolCatalog.of(List.of(tools))));
  }

  /**
   * The conversation so far, as items that could be told to another session: words in place of
   * sound, and every call with its answer.
   */
  public List<Item> history() {
    return loop.history().join();
  }

  /** What was used so far. */
  public UsageTotals usage() {
    return loop.usage().join();
  }

  /** The account's limits as the server last told them; empty where it tells none. */
  public List<RateLimit> rateLimits() {
    return loop.rateLimits().join();
  }

  /** Tells one more listener, from now on. */
  public void addListener(VoiceListener listener) {
    delivery.add(listener);
  }

  /** Tells a listener no more. */
  public void removeListener(VoiceListener listener) {
    delivery.remove(listener);
  }

  /** How many audio events were left out because the listeners were too slow. */
  public long droppedAudioEvents() {
    return delivery.droppedAudio();
  }

  /** How many pieces of the user's sound were left out because the network was too slow. */
  public long droppedInputAudio() {
    return loop.droppedInputAudio();
  }

  /**
   * Waits until nothing is under way: no reply, also none that the server is about to begin because
   * the user stopped speaking, no call, and nothing that waits for its turn; and until the
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

  /** Completes when the session is over and the listeners were told. */
  public CompletableFuture<Void> ended() {
    return loop.ended().copy();
  }

  /**
   * Ends the session: cancels running tools, closes the connection and waits for the end, within
   * the close timeout. Called by a listener, it does not wait. Closing twice does nothing.
   */
  @Override
  public void close() {
    loop.feed(new Input.Command.Close(1000, ""));
    if (delivery.onDeliveringThread()) {
      return;
    }
    try {
      await(loop.ended(), closeTimeout);
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

  /** Describes a session. Not safe for use by many threads. */
  public static final class Builder {

    private final Endpoint endpoint;
    private final List<ToolSet> toolSets = new ArrayList<>();
    private final List<VoiceListener> listeners = new ArrayList<>();
    private SessionOptions options = SessionOptions.DEFAULTS;
    private @Nullable PlaybackSink speaker;

    private Builder(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    /** Offers these tools too. The first set with instructions, voice or model gives them. */
    public Builder tools(ToolSet... sets) {
      toolSets.addAll(List.of(sets));
      return this;
    }

    /** Tells a listener, from the beginning. */
    public Builder listener(VoiceListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Where the model is heard. The session hands its sound over, closes the sink at its end, and
     * asks it what was heard when the user speaks over a reply. Without a sink it goes by the
     * clock, as if the sound were played at once as it comes.
     */
    public Builder speaker(PlaybackSink sink) {
      this.speaker = sink;
      return this;
    }

    /** How the session behaves. */
    public Builder options(SessionOptions options) {
      this.options = options;
      return this;
    }

    /**
     * Opens the session and waits until it is ready.
     *
     * @throws ConnectFailedException if it can't be opened
     * @throws IllegalArgumentException if two tools have the same name
     */
    public VoiceSession connect() {
      ToolCatalog catalog = ToolCatalog.of(toolSets);
      Delivery delivery = new Delivery(options.executor(), options.listenerAudioBytes());
      listeners.forEach(delivery::add);
      Engine engine = new Engine(options.engine(endpoint.adapted(config()), endpoint), catalog);
      String model = first(AgentProfile::model);
      SessionLoop loop =
          new SessionLoop(engine, options, delivery, sink(), () -> endpoint.request(model));
      loop.dial(endpoint.request(model));
      try {
        loop.connected().join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof ConnectFailedException failed) {
          throw failed;
        }
        throw e;
      }
      return new VoiceSession(loop, delivery, options.closeTimeout(), endpoint);
    }

    private PlaybackSink sink() {
      if (speaker != null) {
        return speaker;
      }
      AudioFormat format = options.config().outputFormat();
      return new ClockSink(format == null ? AudioFormat.PCM16_24K : format, options.time()::nowMs);
    }

    private SessionConfig config() {
      SessionConfig.Builder config = options.config().toBuilder();
      String instructions = first(AgentProfile::instructions);
      if (options.config().instructions() == null && !instructions.isEmpty()) {
        config.instructions(instructions);
      }
      String voice = first(AgentProfile::voice);
      if (options.config().voice() == null && !voice.isEmpty()) {
        config.voice(Voice.named(voice));
      }
      return config.build();
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
}
