package dev.parlando.testkit.recording;

import dev.parlando.time.SessionTime;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import dev.parlando.transport.UpgradeRefused;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Records what goes over a session's connections, seen from the client.
 *
 * <pre>{@code
 * RecordingTransport recorder = RecordingTransport.over(JavaWebSocketTransport.ofDefaults()).tools(tools);
 * VoiceSession.to(endpoint).tools(tools).transport(recorder).connect();
 * …
 * Files.writeString(file, recorder.recordings().get(0).toJsonLines());
 * }</pre>
 *
 * <p>Keys and tokens are masked, and so is what the given {@link #tools} declare as sensitive. What
 * people and the model say about it is not. Audio is left out unless {@link #keepAudio} is called.
 *
 * <p>Safe for use by many threads, as soon as it is set up. Serves one session, with a recording
 * for each of its connections.
 */
public final class RecordingTransport implements Transport {

  private final Transport transport;
  private final SessionTime time = SessionTime.system();
  private final List<Track> tracks = new CopyOnWriteArrayList<>();
  private List<ToolSet> tools = List.of();
  private boolean keepsAudio;
  private Consumer<String> lines = line -> {};

  private RecordingTransport(Transport transport) {
    this.transport = transport;
  }

  /** A recorder of what goes over another transport. */
  public static RecordingTransport over(Transport transport) {
    return new RecordingTransport(transport);
  }

  /** The tools of the session, which declare what of theirs is sensitive. */
  public RecordingTransport tools(ToolSet... sets) {
    tools = List.of(sets);
    return this;
  }

  /** Keeps the audio of both sides. */
  public RecordingTransport keepAudio() {
    keepsAudio = true;
    return this;
  }

  /**
   * Hands each line on as soon as it is recorded, with its line break, for those who can't wait for
   * the end.
   *
   * @param sink called in order, on the threads of the session and the socket: be quick
   */
  public RecordingTransport lines(Consumer<String> sink) {
    lines = sink;
    return this;
  }

  /** What was recorded so far, of each connection in order; one that never opened is left out. */
  public List<Recording> recordings() {
    return tracks.stream().map(Track::recording).filter(each -> !each.events().isEmpty()).toList();
  }

  @Override
  public Connection dial(DialRequest request, ConnectionListener listener) {
    Track track = new Track(new EventMask(tools, keepsAudio), time, lines);
    tracks.add(track);
    return new RecordedConnection(
        transport.dial(request, new RecordingListener(listener, track)), track);
  }

  private record RecordedConnection(Connection connection, Track track) implements Connection {

    @Override
    public void send(byte[] utf8) {
      track.add(RecordedEvent.Side.CLIENT, utf8);
      connection.send(utf8);
    }

    @Override
    public long unsentBytes() {
      return connection.unsentBytes();
    }

    @Override
    public void close(int code, String reason) {
      connection.close(code, reason);
    }
  }

  private record RecordingListener(ConnectionListener listener, Track track)
      implements ConnectionListener {

    @Override
    public void onOpen() {
      listener.onOpen();
    }

    @Override
    public void onText(byte[] utf8, int length) {
      track.add(RecordedEvent.Side.SERVER, Arrays.copyOf(utf8, length));
      listener.onText(utf8, length);
    }

    @Override
    public void onBinary(int length) {
      listener.onBinary(length);
    }

    @Override
    public void onRefused(UpgradeRefused refusal) {
      listener.onRefused(refusal);
    }

    @Override
    public void onClosed(int code, String reason) {
      listener.onClosed(code, reason);
    }
  }
}
