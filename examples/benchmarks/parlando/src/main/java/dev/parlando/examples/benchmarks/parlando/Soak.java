package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.OwnJvm;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.transport.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A conversation of thirty minutes at full rate, with audio both ways all the time, a call of a
 * tool every ten seconds and an interruption every minute, in a heap of 32 MiB. It is handed over
 * as fast as it can be taken, so that it lasts seconds. A session that kept audio would run out of
 * memory in the second minute.
 *
 * <p>Without arguments it prints its contender; with one and the minutes it prints what it
 * measured, in a JVM of its own with that heap.
 */
public final class Soak {

  private static final String HEAP = "-Xmx32m";
  private static final int TENTHS_PER_MINUTE = 600;

  private Soak() {}

  /** See above. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.out.println("parlando");
    } else if (arguments.length == 2) {
      System.exit(again(arguments[1]));
    } else {
      run(Integer.parseInt(arguments[1]));
    }
  }

  private static int again(String minutes) throws Exception {
    return OwnJvm.of(List.of(HEAP), Soak.class.getName(), "parlando", minutes, "here")
        .inheritIO()
        .start()
        .waitFor();
  }

  private static void run(int minutes) throws Exception {
    AtomicLong heard = new AtomicLong();
    AtomicLong answered = new AtomicLong();
    AtomicLong failures = new AtomicLong();
    TalkingServer server = new TalkingServer();
    VoiceSession session =
        VoiceSession.to(Endpoint.at(URI.create("ws://localhost")).build())
            .tools(new ForecastAgentTools(new ForecastAgent()))
            .transport(server)
            .on(ReplyEvent.Audio.class, (told, event) -> heard.addAndGet(event.audio().length))
            .on(ToolEvent.Answered.class, (told, event) -> answered.incrementAndGet())
            .on(Failure.class, (told, event) -> failures.incrementAndGet())
            .connect();
    byte[] tenth = new byte[4_800];
    for (int minute = 1; minute <= minutes; minute++) {
      for (int i = 0; i < TENTHS_PER_MINUTE; i++) {
        session.appendAudio(tenth);
        server.speak(i);
        // So that the session takes in all of it.
        if (i % 10 == 9 && !session.awaitIdle(Duration.ofSeconds(30))) {
          throw new IllegalStateException("not idle in minute " + minute);
        }
      }
    }
    measured("MB", usedMb());
    measured("heard-MB", heard.get() / 1e6);
    measured("sent-MB", server.receivedBytes() / 1e6);
    measured("calls", answered.get());
    measured("failures", failures.get());
    measured("dropped", session.droppedAudioEvents());
    session.close();
  }

  private static void measured(String metric, double value) {
    System.out.printf(Locale.ROOT, "MEASURED %s %.1f%n", metric, value);
  }

  private static double usedMb() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
