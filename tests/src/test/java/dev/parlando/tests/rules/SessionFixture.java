package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.OtherTool;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.LocalRealtimeBuilder;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.time.VirtualTime;
import dev.parlando.tests.session.EventRecorder;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A session and a server with a real socket between them, and what is needed to look at both. */
final class SessionFixture implements AfterEachCallback {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  final Script script = new Script();
  final LocalRealtimeBuilder settings = LocalRealtime.builder().brain(script);
  private final QuietThreads threads = new QuietThreads();
  private final List<Consumer<VoiceSessionBuilder>> changes = new ArrayList<>();
  final SessionOptions.Builder options = SessionOptions.builder().executor(threads);
  final VirtualTime time = new VirtualTime();
  final EventRecorder events = new EventRecorder();
  final SampleAgent agent = new SampleAgent();
  private final RealtimeServers servers = new RealtimeServers();
  private final List<VoiceSession> sessions = new ArrayList<>();
  private @Nullable LocalRealtime server;

  LocalRealtime server() {
    LocalRealtime running = server;
    if (running == null) {
      running = servers.startForSessions(settings);
      server = running;
    }
    return running;
  }

  /** The next reply of the model. */
  SessionFixture model(Reply reply) {
    script.answers(reply);
    return this;
  }

  /** What is configured at the server. */
  void config(SessionConfig config) {
    changes.add(session -> session.config(config));
  }

  /** After a loss the next dial follows without a pause. */
  void reconnectAtOnce() {
    options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
  }

  /** Speech of the caller interrupts no response, neither here nor at the server. */
  void letNothingInterrupt() {
    config(
        SessionConfig.builder()
            .turnDetection(
                new TurnDetection.ServerVad(null, null, null, null, false, null, Extras.NONE))
            .build());
  }

  /** The server is to transcribe what the caller says. */
  void transcribe() {
    config(SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build());
  }

  /** The server is to make a turn of so much silence. */
  void idleTimeout(int ms) {
    config(
        SessionConfig.builder()
            .turnDetection(
                new TurnDetection.ServerVad(null, null, null, null, null, ms, Extras.NONE))
            .build());
  }

  /** The model is offered the tools of a remote MCP server. */
  void offerMcp(String label, String approval) {
    JsonNode tool =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "mcp")
            .put("server_label", label)
            .put("server_url", "https://mcp.example/mcp")
            .put("require_approval", approval);
    changes.add(
        session ->
            session.config(SessionConfig.builder().tools(List.of(new OtherTool(tool))).build()));
  }

  /** Lets virtual time pass, a second after the other, until so many turns were answered. */
  void passUntilAnswered(VoiceSession session, int turns) throws InterruptedException {
    for (int s = 0; s < 200 && events.all(TurnEvent.Answered.class).size() < turns; s++) {
      time.advance(Duration.ofSeconds(1));
      session.awaitIdle(Duration.ofMillis(50));
    }
    assertThat(events.all(TurnEvent.Answered.class)).as("answered turns").hasSize(turns);
  }

  void transport(Transport transport) {
    changes.add(session -> session.transport(transport));
  }

  VoiceSession connect() {
    return connect(new SampleAgentTools(agent));
  }

  VoiceSession connect(ToolSet... tools) {
    return connect(VoiceSession.to(Endpoint.at(server().url()).build()).tools(tools));
  }

  VoiceSession connectTo(Endpoint endpoint) {
    return connect(VoiceSession.to(endpoint).tools(new SampleAgentTools(agent)));
  }

  VoiceSession connect(PlaybackSink speaker) {
    return connect(
        VoiceSession.to(Endpoint.at(server().url()).build())
            .tools(new SampleAgentTools(agent))
            .speaker(speaker));
  }

  private VoiceSession connect(VoiceSessionBuilder builder) {
    changes.forEach(change -> change.accept(builder));
    VoiceSession session = builder.options(options.build()).listener(events).connect();
    sessions.add(session);
    return session;
  }

  /** The first connection as the server saw it. */
  ObservedSession seen() {
    return seen(1);
  }

  ObservedSession seen(int number) {
    return server().awaitSession(number, PATIENCE);
  }

  /** Waits until nothing is under way any more. */
  SessionFixture settle(VoiceSession session) throws InterruptedException {
    assertThat(session.awaitIdle(PATIENCE)).as("idle").isTrue();
    return this;
  }

  /** Waits until the listener was told something of a kind. */
  SessionFixture awaitEvent(Class<? extends VoiceEvent> type) throws InterruptedException {
    return awaitEvent(type, 1);
  }

  /** Waits until the listener was told so many things of a kind. */
  SessionFixture awaitEvent(Class<? extends VoiceEvent> type, int count)
      throws InterruptedException {
    assertThat(events.awaits(type, count, PATIENCE)).as(type.getSimpleName()).isTrue();
    return this;
  }

  /** Waits until all that the session was told and asked so far has been dealt with. */
  void sync() throws InterruptedException {
    threads.awaitQuiet();
  }

  /** Sends the user's words and waits until all that follows is over. */
  SessionFixture ask(VoiceSession session, String text) throws InterruptedException {
    session.sendText(text);
    return settle(session);
  }

  /** The outputs of tools on the first connection, as {@code call_id=text}. */
  List<String> outputs() {
    return seen().clientEvents("conversation.item.create").stream()
        .map(event -> event.path("item"))
        .filter(item -> item.path("type").asString("").equals("function_call_output"))
        .map(item -> item.path("output").asString(""))
        .toList();
  }

  /** How often a reply was asked for on the first connection. */
  int creates() {
    return seen().clientEvents("response.create").size();
  }

  /** Waits until so many outputs went out, with all that was sent before them. */
  JsonNode awaitOutput(int count) {
    List<JsonNode> outputs = seen().awaitClientEvents(SessionFixture::isOutput, count, PATIENCE);
    return outputs.get(count - 1);
  }

  static boolean isOutput(JsonNode event) {
    return event.at("/item/type").asString("").equals("function_call_output")
        && event.path("type").asString("").equals("conversation.item.create");
  }

  static Predicate<JsonNode> type(String type) {
    return ObservedSession.ofType(type);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    sessions.forEach(VoiceSession::close);
    servers.afterEach(context);
  }
}
