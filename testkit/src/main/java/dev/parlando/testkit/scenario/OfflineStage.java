package dev.parlando.testkit.scenario;

import dev.parlando.realtime.Dialect;
import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.testkit.fault.IdNumbering;
import dev.parlando.testkit.internal.access.BrainSessions;
import dev.parlando.testkit.internal.access.CallBook;
import dev.parlando.testkit.internal.access.ClientAccess;
import dev.parlando.testkit.internal.connection.CallSessions;
import dev.parlando.testkit.internal.connection.LoopbackTransport;
import dev.parlando.testkit.internal.connection.Observation;
import dev.parlando.testkit.internal.connection.ServerThreads;
import dev.parlando.testkit.internal.connection.SessionHost;
import dev.parlando.testkit.time.VirtualTime;
import dev.parlando.transport.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server in this process, reached without a socket, in a time that passes by itself. */
final class OfflineStage implements Stage {

  /** So that a reply takes as long as it takes to be said, in the time of the scenario. */
  private static final double SPEECH_RATE = 1;

  private final ExecutorService threads = Executors.newCachedThreadPool(OfflineStage::thread);
  private final Workload work = new Workload(threads);
  private final Workload tools = new Workload(threads);
  private final VirtualTime time = new VirtualTime();
  private final ScenarioBrain brain;
  private final SessionHost host;
  private final Pace pace;

  OfflineStage(Scenario scenario, ConversationRecord record, Duration toolPatience) {
    brain = new ScenarioBrain(scenario);
    ServerThreads server = new ServerThreads(work, work, time, () -> {});
    host =
        new SessionHost(
            server,
            List.of(),
            new Observation(false, List.of()),
            new BrainSessions(
                new ClientAccess(Dialect.GA, null, time.clock(), new CallBook(false)),
                new CallSessions(server),
                () -> brain,
                List.of(),
                IdNumbering.UNIQUE,
                SPEECH_RATE,
                Duration.ofMinutes(60)));
    pace = new VirtualPace(time, work, tools, record, toolPatience);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "parlando-scenario");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.at(URI.create("ws://localhost/v1/realtime"))
        .modelParameter("model")
        .dialect(Dialect.GA)
        .build();
  }

  @Override
  public void prepare(VoiceSessionBuilder session) {
    session
        .transport(new LoopbackTransport(host, work))
        .options(options -> options.time(time).executor(work).toolExecutor(tools));
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public void userSpeaks(UserAudio audio) {
    if (!audio.transcript().isEmpty()) {
      brain.userSpeaks(audio.transcript());
    }
  }

  @Override
  public Optional<String> deviation() {
    return brain.deviation();
  }

  @Override
  public void close() {
    host.stop();
    threads.shutdownNow();
  }
}
