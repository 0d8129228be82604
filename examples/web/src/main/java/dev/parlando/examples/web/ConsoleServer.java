package dev.parlando.examples.web;

import dev.parlando.examples.web.socket.PageSocket;
import dev.parlando.realtime.Transcription;
import dev.parlando.tool.ToolSet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * The console's server: the page and its scripts, the WebSocket of the page, and the reader of
 * recordings.
 */
final class ConsoleServer implements AutoCloseable {

  private static final int MAX_TEXT = 256 << 10;
  private static final int MAX_AUDIO = 64 << 10;
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Server server;
  private final ServerConnector connector;
  private final ConsoleDesk desk;
  private final String host;

  private ConsoleServer(ConsoleOptions options, ConsoleDesk desk) {
    this.host = options.host();
    this.desk = desk;
    QueuedThreadPool pool = new QueuedThreadPool(32, 2);
    pool.setName("console-http");
    this.server = new Server(pool);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(options.port());
    server.addConnector(connector);
    server.setStopTimeout(0);
    Handler sockets = WebSocketUpgradeHandler.from(server, this::configure);
    Handler all = new Handler.Sequence(sockets, new RecordingImport(), page());
    server.setHandler(new Admission(all, options.names()));
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if the port is taken
   */
  static ConsoleServer start(ConsoleOptions options, ToolSet tools, Model model) {
    Transcription transcription = Transcription.model(options.transcription());
    ConsoleDesk desk = new ConsoleDesk(tools, model, transcription, GRACE);
    ConsoleServer console = new ConsoleServer(options, desk);
    try {
      console.server.start();
      return console;
    } catch (IOException e) {
      console.close();
      throw new IllegalStateException(
          "Can't listen on %s:%d: %s. Another port: -Dweb.port=0."
              .formatted(options.host(), options.port(), e.getMessage()),
          e);
    } catch (Exception e) {
      console.close();
      throw new IllegalStateException("The console did not start: " + e.getMessage(), e);
    }
  }

  private ResourceHandler page() {
    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(
        ResourceFactory.of(server).newClassLoaderResource("dev/parlando/examples/web/page", true));
    files.setDirAllowed(false);
    return files;
  }

  private void configure(ServerWebSocketContainer container) {
    container.setIdleTimeout(Duration.ZERO);
    container.setMaxTextMessageSize(MAX_TEXT);
    container.setMaxBinaryMessageSize(MAX_AUDIO);
    container.addMapping("/link", (request, response, callback) -> open(request));
  }

  private PageSocket open(ServerUpgradeRequest request) {
    Fields query = Request.extractQueryParameters(request);
    boolean known = desk.feedId().equals(query.getValue("feed"));
    long next = known ? number(query.getValue("next")) : 0;
    String tab = Objects.requireNonNullElse(query.getValue("tab"), "");
    boolean takeOver = "true".equals(query.getValue("takeover"));
    return new PageSocket(
        socket -> {
          PageLink page = new PageLink(socket, desk.feed(), next, desk);
          desk.arrived(page, tab, takeOver);
          return page;
        });
  }

  private static long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  /** Where the page is. */
  URI address() {
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    desk.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The console did not stop", e);
    }
  }
}
