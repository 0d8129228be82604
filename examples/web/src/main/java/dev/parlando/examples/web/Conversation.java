package dev.parlando.examples.web;

import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * The session behind the page: one at a time, begun anew when it ended and somebody asks for it.
 * Safe for use by many threads.
 */
final class Conversation implements AutoCloseable {

  private final ToolSet tools;
  private final Endpoint endpoint;
  private final SessionConfig config;
  private final FeedWriter writer;
  private final BrowserSink.Page page;
  private final ExecutorService threads;
  private CompletableFuture<VoiceSession> session =
      CompletableFuture.failedFuture(new IllegalStateException("Not started"));
  private BrowserSink sink;
  private boolean closed;
  private boolean vad = true;

  /**
   * @param config how sessions are configured, but for turn detection
   * @param threads what sessions are opened on
   */
  Conversation(
      ToolSet tools,
      Endpoint endpoint,
      SessionConfig config,
      FeedWriter writer,
      BrowserSink.Page page,
      ExecutorService threads) {
    this.tools = tools;
    this.endpoint = endpoint;
    this.config = config;
    this.writer = writer;
    this.page = page;
    this.threads = threads;
    this.sink = new BrowserSink(page, 0);
  }

  /** Opens a session on another thread, unless there is one. */
  synchronized void start() {
    if (closed || !state().equals("ended")) {
      return;
    }
    sink = new BrowserSink(page, sink.generation() + 1);
    page.flush(sink.generation());
    BrowserSink speaker = sink;
    TurnDetection detection = detection();
    CompletableFuture<VoiceSession> opening = new CompletableFuture<>();
    session = opening;
    threads.execute(() -> open(opening, speaker, detection));
  }

  private void open(
      CompletableFuture<VoiceSession> opening, PlaybackSink speaker, TurnDetection detection) {
    try {
      writer.state(
          "connecting", "Connecting to " + endpoint.request(tools.agent().model()).address());
      opening.complete(connect(speaker, detection));
    } catch (ConnectFailedException | IllegalArgumentException | IllegalStateException failed) {
      // In this order: whoever reads that it ended may start another.
      opening.completeExceptionally(failed);
      writer.state("ended", "No session: " + failed.getMessage());
    }
  }

  private VoiceSession connect(PlaybackSink speaker, TurnDetection detection) {
    return VoiceSession.to(endpoint)
        .tools(tools)
        .listener(writer)
        .speaker(speaker)
        .config(config.toBuilder().turnDetection(detection).build())
        .transport(new WireTap(JavaWebSocketTransport.ofDefaults(), writer))
        .connect();
  }

  /**
   * Does what a page asked for.
   *
   * @throws RefusedFrameException if there is no session for it
   */
  void handle(PageFrame frame) throws RefusedFrameException {
    if (frame instanceof PageFrame.Start) {
      start();
    } else if (frame instanceof PageFrame.Listen listen) {
      listen(listen.vad());
    } else if (frame instanceof PageFrame.Played played) {
      sink().played(played.generation(), played.frames());
    } else if (frame instanceof PageFrame.Say say) {
      ask(each -> each.sendText(say.text()));
    } else if (frame instanceof PageFrame.Commit) {
      ask(each -> each.commit());
    } else if (frame instanceof PageFrame.Clear) {
      ask(each -> each.clearAudio());
    } else if (frame instanceof PageFrame.Interrupt) {
      ask(each -> each.interrupt());
    }
  }

  /** Audio from the page's microphone, in 16-bit samples at 24 kHz; dropped without a session. */
  synchronized void append(byte[] pcm) {
    then(current -> current.appendAudio(pcm));
  }

  private synchronized void listen(boolean byServer) {
    vad = byServer;
    SessionConfig change = SessionConfig.builder().turnDetection(detection()).build();
    then(current -> current.update(change));
  }

  private TurnDetection detection() {
    return vad ? TurnDetection.serverVad() : TurnDetection.disabled();
  }

  private synchronized void ask(Consumer<VoiceSession> what) throws RefusedFrameException {
    if (state().equals("ended")) {
      throw new RefusedFrameException("There is no session at the moment. Start one.");
    }
    then(what);
  }

  /** Does something with the session once it is there, in the order in which it was asked for. */
  private void then(Consumer<VoiceSession> what) {
    session =
        session.thenApply(
            current -> {
              what.accept(current);
              return current;
            });
  }

  /** How far it is: {@code connecting}, {@code ready} or {@code ended}. */
  synchronized String state() {
    if (!session.isDone()) {
      return "connecting";
    }
    return session.isCompletedExceptionally() || session.join().ended().isDone()
        ? "ended"
        : "ready";
  }

  synchronized boolean vad() {
    return vad;
  }

  private synchronized BrowserSink sink() {
    return sink;
  }

  synchronized int generation() {
    return sink.generation();
  }

  /** Ends the session, where there is one; another may be started. */
  void end() {
    // Ending takes a moment, in which others may still ask.
    var unused = current().thenAccept(VoiceSession::close);
  }

  private synchronized CompletableFuture<VoiceSession> current() {
    return session;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    end();
  }
}
