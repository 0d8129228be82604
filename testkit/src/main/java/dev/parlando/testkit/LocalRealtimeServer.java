package dev.parlando.testkit;

import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.RealtimeObserver;
import dev.parlando.testkit.observe.SessionEnd;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;

/**
 * Starts a {@link LocalRealtime} from the command line, prints its URL and serves until the process
 * is ended. {@code --help} lists the options.
 */
public final class LocalRealtimeServer {

  private LocalRealtimeServer() {}

  /** Runs the server. Ends with exit code 2 if it was called wrongly, 1 if it can't start. */
  public static void main(String... args) throws InterruptedException {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
    if (!ServerArguments.asksForHelp(args)) {
      new CountDownLatch(1).await();
    }
  }

  /** Starts the server unless something is wrong; gives the exit code. */
  static int run(PrintStream out, PrintStream err, String... args) {
    if (ServerArguments.asksForHelp(args)) {
      out.print(ServerArguments.USAGE);
      return 0;
    }
    try {
      LocalRealtimeBuilder settings = ServerArguments.parse(args);
      LocalRealtime server = settings.keepEvents(false).observer(new Printer(out)).start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      out.println(server.url());
      return 0;
    } catch (ServerArguments.UsageException e) {
      err.println("error> " + e.getMessage());
      err.print(ServerArguments.USAGE);
      return 2;
    } catch (UncheckedIOException e) {
      err.println("error> " + e.getMessage());
      return 1;
    }
  }

  /** A line for every event: which session, which way, what type; never its content. */
  private record Printer(PrintStream out) implements RealtimeObserver {

    @Override
    public void received(ObservedSession session, JsonNode event) {
      print(session, ">", event);
    }

    @Override
    public void sent(ObservedSession session, JsonNode event) {
      print(session, "<", event);
    }

    @Override
    public void ended(ObservedSession session, SessionEnd end) {
      out.println(session.number() + " ended " + end.code() + " " + end.reason());
    }

    private void print(ObservedSession session, String way, JsonNode event) {
      String type = event.path("type").asString("");
      if (!type.endsWith(".delta") && !type.equals("input_audio_buffer.append")) {
        out.println(session.number() + " " + way + " " + type);
      }
    }
  }
}
