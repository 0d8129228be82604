package dev.parlando.examples.quickstart;

import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.transport.Endpoint;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Talks to {@link WeatherAgent} in writing and prints what happens: against the endpoint that the
 * environment names, else against an embedded server that needs no key and no network.
 *
 * <p>System properties: {@code quickstart.say}, the texts to say, parted by {@code |}; {@code
 * quickstart.toolDelayMs}, how long the tool takes.
 */
public final class Quickstart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PrintStream out;
  private final Supplier<Optional<Endpoint>> server;

  /**
   * @param server what to talk to; empty: an embedded server
   */
  Quickstart(PrintStream out, Supplier<Optional<Endpoint>> server) {
    this.out = out;
    this.server = server;
  }

  /** Runs it. The exit code is 0 after the last reply, and 1 where something stood in the way. */
  public static void main(String[] args) {
    Quickstart quickstart = new Quickstart(System.out, Quickstart::environment);
    System.exit(quickstart.run(new Turns(System.getProperty("quickstart.say"))));
  }

  private static Optional<Endpoint> environment() {
    return Endpoint.inEnvironment() ? Optional.of(Endpoint.fromEnvironment()) : Optional.empty();
  }

  int run(Iterable<String> turns) {
    try {
      Optional<Endpoint> endpoint = server.get();
      if (endpoint.isPresent()) {
        return talk(endpoint.get(), turns);
      }
      out.println("server> embedded, no key needed; set OPENAI_API_KEY to talk to a real model");
      try (LocalRealtime local = LocalRealtime.start()) {
        return talk(Endpoint.at(local.url()).build(), turns);
      }
    } catch (ConnectFailedException | IllegalArgumentException | IllegalStateException problem) {
      out.println("error> " + problem.getMessage());
      return 1;
    }
  }

  private int talk(Endpoint endpoint, Iterable<String> turns) {
    WeatherAgent agent = new WeatherAgent(Long.getLong("quickstart.toolDelayMs", 0));
    Printer printer = new Printer(out);
    try (VoiceSession session =
        VoiceSession.connect(new WeatherAgentTools(agent), endpoint, printer)) {
      for (String turn : turns) {
        out.println("user> " + turn);
        session.sendText(turn);
        if (!session.awaitIdle(PATIENCE) || !printer.replied()) {
          out.println("error> There was no reply.");
          return 1;
        }
      }
      return 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
