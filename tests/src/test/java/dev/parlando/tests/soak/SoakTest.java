package dev.parlando.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Many sessions for a while, at a server that breaks a random connection every second: each
 * question is answered once, nobody waits for long, and at the end nothing is left over. The
 * profile {@code soak} makes it long.
 */
class SoakTest {

  private static final int SESSIONS = Integer.getInteger("parlando.soak.sessions", 20);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("parlando.soak.seconds", 20));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Longer than idle threads are kept. */
  private static final Duration REST = Duration.ofSeconds(100);

  private static final long LONGEST_WAIT_MS = 5_000;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Questions questions = new Questions(timer);
  private final SoakAgent agent = new SoakAgent();
  private final Random random = new Random();
  private int broken;

  @Test
  void everyQuestionIsAnsweredOnceThoughAConnectionBreaksEverySecond() throws Exception {
    warmUp();
    Resources start = Resources.now();
    soak();
    timer.shutdown();

    assertThat(questions.oddities).isEmpty();
    assertThat(questions.answered(0)).as("never answered").isEmpty();
    assertThat(questions.answered(1)).as("answered once").hasSize(questions.count());
    assertThat(agent.runs.values()).as("runs of a tool that writes").allMatch(runs -> runs == 1);
    assertThat(questions.givenUp).hasValue(0);
    assertThat(questions.reconnects.get()).isPositive();
    assertThat(percentile(99)).as("ms waited at most by 99 of 100").isLessThan(LONGEST_WAIT_MS);
    Resources end = Resources.settled(start, REST);
    System.out.println("before " + start + ", after " + end);
    assertThat(end.backTo(start)).as("%s, back to %s", end, start).isTrue();
  }

  private void warmUp() throws InterruptedException {
    try (LocalRealtime server = server();
        VoiceSession session = connect(server, new Questions(timer))) {
      session.sendText("Warm up.");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
    }
  }

  /** In a method of its own: whatever it held is to be let go when it returns. */
  private void soak() throws InterruptedException {
    try (LocalRealtime server = server()) {
      List<VoiceSession> sessions = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        sessions.add(connect(server, questions));
      }
      sessions.forEach(questions::ask);
      var breaking = timer.scheduleAtFixedRate(() -> breakOne(server), 1, 1, TimeUnit.SECONDS);
      Thread.sleep(TIME.toMillis());
      breaking.cancel(false);
      questions.stop();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!questions.answered(0).isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      // A second answer, if there is one, comes before nothing is under way.
      for (VoiceSession session : sessions) {
        assertThat(session.awaitIdle(PATIENCE)).as("idle").isTrue();
      }
      System.out.println(figures());
      sessions.forEach(VoiceSession::close);
    }
  }

  private static LocalRealtime server() {
    return LocalRealtime.builder().brain(new RepeatingBrain()).keepEvents(false).start();
  }

  private VoiceSession connect(LocalRealtime server, Questions listener) {
    return VoiceSession.to(Endpoint.at(server.url()).build())
        .tools(new SoakAgentTools(agent))
        .listener(listener)
        .connect();
  }

  private void breakOne(LocalRealtime server) {
    List<ObservedSession> open =
        server.sessions().stream().filter(session -> session.end().isEmpty()).toList();
    if (!open.isEmpty()) {
      ObservedSession one = open.get(random.nextInt(open.size()));
      if (random.nextBoolean()) {
        one.abort();
      } else {
        one.close(1011, "The server is overloaded");
      }
      broken++;
    }
  }

  private long percentile(int percent) {
    List<Long> waits = questions.waits();
    return waits.get(Math.min(waits.size() - 1, waits.size() * percent / 100));
  }

  private String figures() {
    return ("%d sessions, %s: %d questions, %d answered once, %d never, %d twice; %d connections"
            + " broken, %d reconnected; waits p50 %d, p95 %d, p99 %d, max %d ms; %d failures told %s")
        .formatted(
            SESSIONS,
            TIME,
            questions.count(),
            questions.answered(1).size(),
            questions.answered(0).size(),
            questions.answered(2).size(),
            broken,
            questions.reconnects.get(),
            percentile(50),
            percentile(95),
            percentile(99),
            percentile(100),
            questions.oddities.size(),
            questions.oddities.stream().limit(5).toList());
  }
}
