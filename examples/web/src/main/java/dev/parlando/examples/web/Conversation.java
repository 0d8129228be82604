package dev.parlando.examples.web;

import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.SessionOptions;
import dev.parlando.session.VoiceSession;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

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
  private @Nullable VoiceSession session;
  private BrowserSink sink;
  private boolean starting;
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
    if (starting || closed || running() != null) {
      return;
    }
    starting = true;
    sink = new BrowserSink(page, sink.generation() + 1);
    page.flush(sink.generation());
    BrowserSink speaker = sink;
    TurnDetection detection = detection();
    threads.execute(() -> open(speaker, detection));
  }

  private void open(PlaybackSink speaker, TurnDetection detection) {
    writer.state(
        "connecting", "Connecting to " + endpoint.request(tools.agent().model()).address());
    VoiceSession opened = null;
    try {
      opened =
          VoiceSession.to(endpoint)
              .tools(tools)
              .listener(writer)
              .speaker(speaker)
              .options(
                  SessionOptions.builder()
                      .config(config.toBuilder().turnDetection(detection).build())
                      .transport(new WireTap(Transport.ofDefaults(), writer))
                      .build())
              .connect();
    } catch (ConnectFailedException | IllegalArgumentException | IllegalStateException failed) {
      writer.state("ended", "No session: " + failed.getMessage());
    }
    opened(opened);
  }

  private void opened(@Nullable VoiceSession opened) {
    boolean late;
    synchronized (this) {
      starting = false;
      session = opened;
      late = closed;
    }
    if (late && opened != null) {
      opened.close();
    }
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
      session().sendText(say.text());
    } else if (frame instanceof PageFrame.Commit) {
      session().commit();
    } else if (frame instanceof PageFrame.Clear) {
      session().clearAudio();
    } else if (frame instanceof PageFrame.Interrupt) {
      session().interrupt();
    }
  }

  /** Sound from the page's microphone, in 16-bit samples at 24 kHz; dropped without a session. */
  void hear(byte[] pcm) {
    VoiceSession current = running();
    if (current != null) {
      current.appendAudio(pcm);
    }
  }

  private synchronized void listen(boolean byServer) {
    vad = byServer;
    VoiceSession current = running();
    if (current != null) {
      current.update(SessionConfig.builder().turnDetection(detection()).build());
    }
  }

  private TurnDetection detection() {
    return vad ? TurnDetection.serverVad() : TurnDetection.disabled();
  }

  private VoiceSession session() throws RefusedFrameException {
    VoiceSession current = running();
    if (current == null) {
      throw new RefusedFrameException("There is no session at the moment. Start one.");
    }
    return current;
  }

  private synchronized @Nullable VoiceSession running() {
    return session == null || session.ended().isDone() ? null : session;
  }

  /** How far it is: {@code connecting}, {@code ready} or {@code ended}. */
  synchronized String state() {
    return starting ? "connecting" : running() == null ? "ended" : "ready";
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
    VoiceSession current = running();
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    end();
  }
}
