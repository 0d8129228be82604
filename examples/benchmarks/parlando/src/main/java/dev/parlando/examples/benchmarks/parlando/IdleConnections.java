package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.session.VoiceSession;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What an open connection holds that has carried a message and now is silent; {@code session} and
 * {@code sessionHttp} are whole sessions, connected and configured, with one tool.
 */
public final class IdleConnections {

  private static final int BEFORE = 5;

  private IdleConnections() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      Sockets.CONTENDERS.forEach(System.out::println);
      System.out.println("session\nsessionHttp");
    } else {
      measure(args[0], Integer.parseInt(args[1]));
    }
  }

  private static void measure(String contender, int count) throws Exception {
    URI server = SocketRun.server();
    Semaphore answers = new Semaphore(0);
    List<Object> all = new ArrayList<>();
    open(contender, server, BEFORE, answers, all);
    long heap = heap();
    long resident = resident();
    int threads = Thread.activeCount();
    open(contender, server, count, answers, all);
    System.out.printf(Locale.ROOT, "MEASURED heapKB %.1f%n", (heap() - heap) / 1024.0 / count);
    System.out.printf(Locale.ROOT, "MEASURED kB %.1f%n", (resident() - resident) / (double) count);
    System.out.printf(
        Locale.ROOT, "MEASURED threads %.2f%n", (Thread.activeCount() - threads) / (double) count);
    System.exit(0);
  }

  private static void open(
      String contender, URI server, int count, Semaphore answers, List<Object> all)
      throws Exception {
    for (int i = 0; i < count; i++) {
      if (contender.startsWith("session")) {
        all.add(session(contender.equals("session") ? Sockets.DEFAULT : Sockets.HTTP, server));
        answers.release();
        continue;
      }
      Sockets.Sender sender = Sockets.open(contender, server, length -> answers.release());
      sender.send("push 1 100".getBytes(UTF_8));
      all.add(sender);
    }
    if (!answers.tryAcquire(count, 1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("Only " + answers.availablePermits() + " answers");
    }
  }

  /**
   * Connected when it is returned: it has sent its configuration and heard that it is in effect.
   */
  private static VoiceSession session(Transport transport, URI server) {
    return VoiceSession.to(Endpoint.at(server.resolve("/asked")).build())
        .tools(new ForecastAgentTools(new ForecastAgent()))
        .transport(transport)
        .connect();
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
