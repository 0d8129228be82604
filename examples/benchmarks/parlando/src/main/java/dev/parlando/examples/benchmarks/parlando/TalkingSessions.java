package dev.parlando.examples.benchmarks.parlando;

import com.sun.management.OperatingSystemMXBean;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions that talk: 100 ms of audio up and 100 ms of audio down, every 100 ms, and a call of a
 * tool every ten seconds, against a server in another process. What is told is how long a piece
 * takes from the server's hand to the listener, how many calls were answered and how many events
 * were dropped.
 */
public final class TalkingSessions {

  private static final int SECONDS = 15;
  private static final int MAX_PIECES = 1 << 20;

  private TalkingSessions() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("parlando\nparlandoHttp");
    } else {
      Transport transport = args[0].equals("parlando") ? Sockets.DEFAULT : Sockets.HTTP;
      measure(transport, Integer.parseInt(args[1]));
    }
  }

  private static void measure(Transport transport, int count) throws Exception {
    URI server = SocketRun.server().resolve("/realtime");
    long[] nanos = new long[MAX_PIECES];
    AtomicInteger pieces = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    List<VoiceSession> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(
          VoiceSession.to(Endpoint.at(server).build())
              .tools(new ForecastAgentTools(new ForecastAgent()))
              .transport(transport)
              .on(VoiceEvent.class, (session, event) -> heard(event, nanos, pieces))
              .on(ToolEvent.Answered.class, (session, answered) -> calls.incrementAndGet())
              .connect());
    }
    byte[] audio = new byte[4800];
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    for (int tenth = 0; tenth < 10; tenth++) {
      int first = tenth;
      var unused =
          clock.scheduleAtFixedRate(
              () -> {
                for (int i = first; i < count; i += 10) {
                  sessions.get(i).appendAudio(audio);
                }
              },
              tenth * 10L,
              100,
              TimeUnit.MILLISECONDS);
    }
    TimeUnit.SECONDS.sleep(SECONDS / 3); // The first seconds are the compiler's.
    pieces.set(0);
    calls.set(0);
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    TimeUnit.SECONDS.sleep(SECONDS);
    int heard = Math.min(pieces.get(), MAX_PIECES);
    long used = system.getProcessCpuTime() - cpu;
    long dropped = sessions.stream().mapToLong(VoiceSession::droppedAudioEvents).sum();
    long[] sorted = Arrays.copyOf(nanos, heard);
    Arrays.sort(sorted);
    print("ms", sorted[(int) (heard * 0.99)] / 1e6);
    print("p50", sorted[heard / 2] / 1e6);
    print("calls", calls.get());
    print("dropped", dropped);
    print("piecesPerSecond", (double) heard / SECONDS);
    print("coresUsed", used / 1e9 / SECONDS);
    System.exit(0);
  }

  private static void heard(VoiceEvent event, long[] nanos, AtomicInteger pieces) {
    if (event instanceof VoiceEvent.Received received
        && received.event() instanceof ResponseEvent.AudioDelta delta
        && delta.eventId() != null) {
      long sent = Long.parseLong(delta.eventId());
      nanos[pieces.getAndIncrement() % MAX_PIECES] = System.nanoTime() - sent;
    }
  }

  private static void print(String metric, double value) {
    System.out.printf(Locale.ROOT, "MEASURED %s %.3f%n", metric, value);
  }
}
