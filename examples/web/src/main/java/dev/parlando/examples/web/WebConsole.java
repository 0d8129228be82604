package dev.parlando.examples.web;

import dev.parlando.examples.web.agent.TravelDesk;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.ToolSets;
import dev.parlando.transport.Endpoint;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts the console and prints its address: against the endpoint that the environment names, else
 * against an embedded server that needs no key and no network.
 *
 * <p>System properties: {@code web.port}, 7410 unless set, 0 for any free one; {@code web.host},
 * the address to listen on, loopback unless set; {@code web.hosts}, further host names of the
 * console, parted by commas; {@code web.agent}, a class with {@code @Tool} methods and a
 * constructor without parameters; {@code web.transcription}, the model that transcribes the user.
 */
public final class WebConsole implements AutoCloseable {

  private static final int PORT = 7410;

  private static final double SPEECH_RATE = 4;

  private final ConsoleServer server;
  private final @Nullable LocalRealtime embedded;

  private WebConsole(ConsoleServer server, @Nullable LocalRealtime embedded) {
    this.server = server;
    this.embedded = embedded;
  }

  /** Runs it until it is stopped. The exit code is 1 where something stood in the way. */
  public static void main(String[] args) throws InterruptedException {
    if (!run(System.out, WebConsole::start)) {
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  static boolean run(PrintStream out, Supplier<WebConsole> starting) {
    try {
      WebConsole console = starting.get();
      Runtime.getRuntime().addShutdownHook(new Thread(console::close));
      out.println("console> " + console.server.address());
      if (console.embedded != null) {
        out.println("server>  embedded, no key needed; set OPENAI_API_KEY to talk to a real model");
      }
      return true;
    } catch (IllegalArgumentException | IllegalStateException problem) {
      out.println("error> " + problem.getMessage());
      return false;
    }
  }

  private static WebConsole start() {
    ToolSet tools = agent(System.getProperty("web.agent"));
    Optional<Endpoint> named =
        Endpoint.inEnvironment() ? Optional.of(Endpoint.fromEnvironment()) : Optional.empty();
    String host = System.getProperty("web.host", "127.0.0.1");
    Set<String> names =
        Stream.of(host, System.getProperty("web.hosts", ""))
            .flatMap(list -> Stream.of(list.split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    LocalRealtime local =
        named.isPresent()
            ? null
            // Somewhat faster than it is heard, as the real one is, so that one can interrupt it.
            : LocalRealtime.builder().keepEvents(false).speechRate(SPEECH_RATE).start();
    Endpoint endpoint = local == null ? named.orElseThrow() : Endpoint.at(local.url()).build();
    String name =
        local == null
            ? endpoint.request(tools.agent().model()).address()
            : "embedded stand-in, not a language model";
    try {
      int port = Integer.getInteger("web.port", PORT);
      return new WebConsole(ConsoleServer.start(host, port, names, tools, endpoint, name), local);
    } catch (IllegalStateException taken) {
      if (local != null) {
        local.close();
      }
      throw taken;
    }
  }

  /** The tools of an agent; of the travel desk where none is named. */
  static ToolSet agent(@Nullable String className) {
    if (className == null || className.isBlank()) {
      return ToolSets.of(new TravelDesk());
    }
    try {
      var constructor = Class.forName(className).getDeclaredConstructor();
      constructor.setAccessible(true);
      return ToolSets.of(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "web.agent: no object of %s can be made (%s). It must be on the class path and have a"
                  .formatted(className, e)
              + " constructor without parameters.",
          e);
    }
  }

  @Override
  public void close() {
    server.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
