package dev.parlando.testkit.scenario;

import dev.parlando.realtime.Dialect;
import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.testkit.ServerDialect;
import dev.parlando.testkit.VirtualTime;
import dev.parlando.testkit.internal.wire.Doorkeeper;
import dev.parlando.testkit.internal.wire.LoopbackTransport;
import dev.parlando.testkit.internal.wire.Observation;
import dev.parlando.testkit.internal.wire.ServerThreads;
import dev.parlando.testkit.internal.wire.SessionHost;
import dev.parlando.testkit.internal.wire.Sessions;
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
  private final StandIn standIn;
  private final SessionHost host;
  private final Pace pace;

  OfflineStage(Scenario scenario, Happenings happenings, Duration toolPatience) {
    standIn = new StandIn(scenario);
    host =
        new SessionHost(
            new ServerThreads(work, work, time, () -> {}),
            List.of(),
            new Observation(false, List.of()),
            new Sessions(
                new Doorkeeper(ServerDialect.GA, null, time.clock()),
                () -> standIn,
                SPEECH_RATE,
                Duration.ofMinutes(60)));
    pace = new VirtualPace(time, work, tools, happenings, toolPatience);
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
  public void userSpeaks(Sound sound) {
    if (!sound.words().isEmpty()) {
      standIn.hears(sound.words());
    }
  }

  @Override
  public Optional<String> deviation() {
    return standIn.deviation();
  }

  @Override
  public void close() {
    host.stop();
    threads.shutdownNow();
  }
}
