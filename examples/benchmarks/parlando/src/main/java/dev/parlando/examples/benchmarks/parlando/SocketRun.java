package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.parlando.examples.benchmarks.work.OwnJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Measures a client of a server in another process, by the CPU time of the whole process. */
final class SocketRun {

  static final int MESSAGES = 40_000;
  static final int BYTES = 10_240;
  private static final int AT_A_TIME = 50;
  private static final int ROUNDS = 7;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SocketRun() {}

  /** A server in a process of its own, which ends with this one. */
  static URI server() throws IOException {
    Process server =
        OwnJvm.of(List.of(), SocketServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return URI.create("ws://127.0.0.1:" + server.inputReader().readLine() + "/");
  }

  /** Receives messages, round after round; the least of all rounds but the first is printed. */
  static void receive(String contender) throws Exception {
    Semaphore received = new Semaphore(0);
    Sockets.Sender sender =
        Sockets.open(contender, server(), length -> received.release(length == BYTES ? 1 : 0));
    measure(
        () -> {
          sender.send(("push " + MESSAGES + " " + BYTES).getBytes(UTF_8));
          await(received, MESSAGES);
        });
    System.exit(0);
  }

  /** Sends messages, no more at a time than a session lets wait. */
  static void send(String contender) throws Exception {
    Semaphore counted = new Semaphore(0);
    Sockets.Sender sender = Sockets.open(contender, server(), length -> counted.release());
    byte[] text = "z".repeat(BYTES).getBytes(UTF_8);
    measure(
        () -> {
          for (int sent = 0; sent < MESSAGES; sent += AT_A_TIME) {
            sender.send(("count " + AT_A_TIME).getBytes(UTF_8));
            for (int i = 0; i < AT_A_TIME; i++) {
              sender.send(text);
            }
            await(counted, 1);
          }
        });
    System.exit(0);
  }

  static void await(Semaphore permits, int count) throws InterruptedException {
    if (!permits.tryAcquire(count, 2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("Only " + permits.availablePermits() + " of " + count);
    }
  }

  /** What is done again and again. */
  interface Round {
    /** Takes or sends as many messages as there are in a round. */
    void run() throws Exception;
  }

  /** Measures rounds; the least of all but the first is printed, a message. */
  static void measure(Round round) throws Exception {
    double leastMicros = Double.MAX_VALUE;
    double bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long cpu = SYSTEM.getProcessCpuTime();
      long allocated = allocated();
      round.run();
      double micros = (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / MESSAGES;
      if (i > 0 && micros < leastMicros) {
        leastMicros = micros;
        bytes = (double) (allocated() - allocated) / MESSAGES;
      }
    }
    System.out.printf(Locale.ROOT, "MEASURED us %.3f%n", leastMicros);
    System.out.printf(Locale.ROOT, "MEASURED B %.0f%n", bytes);
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }
}
