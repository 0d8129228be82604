package dev.parlando.tests.rules;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.Carrier;
import dev.parlando.audio.CarrierSink;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.time.SessionTime;
import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an application hands to a session. Each looks for locks and does what it is there for. */
final class Watched {

  private Watched() {}

  record Listener() implements VoiceListener {

    static String place(Class<?> event) {
      return "listener of " + event.getName().substring(event.getPackageName().length() + 1);
    }

    @Override
    public void on(VoiceSession session, VoiceEvent event) {
      LockWatch.look(place(event.getClass()));
    }
  }

  /** Both where a task is handed over and where it is run, the executor's own code is around it. */
  record Threads(String name, Executor threads) implements Executor {

    @Override
    public void execute(Runnable task) {
      LockWatch.look(name);
      threads.execute(
          () -> {
            LockWatch.look("thread of " + name);
            task.run();
          });
    }
  }

  record Time(SessionTime time) implements SessionTime {

    @Override
    public long nowMs() {
      LockWatch.look("time");
      return time.nowMs();
    }

    @Override
    public Clock clock() {
      LockWatch.look("clock of the time");
      return new WatchedClock(time.clock());
    }

    @Override
    public Runnable after(long delayMs, Runnable action) {
      LockWatch.look("timer");
      Runnable stop = time.after(delayMs, action);
      return () -> {
        LockWatch.look("stop of a timer");
        stop.run();
      };
    }
  }

  private static final class WatchedClock extends Clock {

    private final Clock clock;

    WatchedClock(Clock clock) {
      this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new WatchedClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
      LockWatch.look("clock");
      return clock.instant();
    }
  }

  record Dialler(Transport transport) implements Transport {

    @Override
    public Connection dial(DialRequest request, ConnectionListener listener) {
      LockWatch.look("transport");
      return new Line(transport.dial(request, listener));
    }
  }

  private record Line(Connection connection) implements Connection {

    @Override
    public void send(byte[] utf8) {
      LockWatch.look("connection.send");
      connection.send(utf8);
    }

    @Override
    public long unsentBytes() {
      LockWatch.look("connection.unsentBytes");
      return connection.unsentBytes();
    }

    @Override
    public void close(int code, String reason) {
      LockWatch.look("connection.close");
      connection.close(code, reason);
    }
  }

  record Tools(ToolSet tools) implements ToolSet {

    @Override
    public AgentProfile agent() {
      LockWatch.look("tools.agent");
      return tools.agent();
    }

    @Override
    public List<ToolDefinition> definitions() {
      LockWatch.look("tools.definitions");
      return tools.definitions();
    }

    @Override
    public String masked(ToolCall call) {
      LockWatch.look("tools.masked");
      return tools.masked(call);
    }

    @Override
    public ToolInvocation prepare(ToolCall call, ArgumentOptions options)
        throws InvalidArgumentsException {
      LockWatch.look("tools.prepare");
      ToolInvocation invocation = tools.prepare(call, options);
      return context -> {
        LockWatch.look("invocation");
        return invocation.invoke(context);
      };
    }
  }

  /** A telephone: the application's sink around ours around the application's carrier. */
  static final class Telephone implements PlaybackSink, Carrier {

    private final CarrierSink sink =
        new CarrierSink(AudioFormat.PCM16_24K, this, Telephone::clockMs);
    private @Nullable String before;

    private static long clockMs() {
      LockWatch.look("clock of the carrier's sink");
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void play(AudioChunk chunk) {
      LockWatch.look("speaker.play");
      sink.play(chunk);
    }

    @Override
    public Optional<Heard> flush() {
      LockWatch.look("speaker.flush");
      return sink.flush();
    }

    @Override
    public void close() {
      LockWatch.look("speaker.close");
      sink.close();
    }

    @Override
    public void send(byte[] audio) {
      LockWatch.look("carrier.send");
    }

    /** What was before the newest piece has been heard. */
    @Override
    public void mark(String name) {
      LockWatch.look("carrier.mark");
      if (before != null) {
        sink.marked(before);
      }
      before = name;
    }

    @Override
    public void clear() {
      LockWatch.look("carrier.clear");
    }
  }
}
