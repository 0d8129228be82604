package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.rest.RealtimeRest;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionBudget;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Turn;
import dev.parlando.testkit.brain.Utterance;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.RealtimeObserver;
import dev.parlando.testkit.observe.SessionEnd;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.time.SessionTime;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import dev.parlando.transport.http.HttpTransport;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever of an application is called, it may take its time and any lock of its own. */
class LocksOverSocketTest {

  /** All that the runtime calls; the listener of each event is added. */
  private static final Set<String> CALLED =
      Set.of(
          // SessionOptions
          "executor",
          "thread of executor",
          "tool executor",
          "thread of tool executor",
          "time",
          "timer",
          "stop of a timer",
          "clock of the time",
          "clock",
          "transport",
          "connection.send",
          "connection.unsentBytes",
          "connection.close",
          "validator",
          "price",
          // Endpoint and RealtimeRest
          "header",
          "bearer token",
          "bearer token of a request",
          // VoiceSessionBuilder: tools
          "tools.agent",
          "tools.definitions",
          "tools.masked",
          "tools.prepare",
          "invocation",
          "argument record",
          "tool",
          "result record",
          "failing tool",
          "asynchronous tool",
          "stage",
          "cancel action",
          "late cancel action",
          // VoiceSessionBuilder: speaker
          "speaker.play",
          "speaker.flush",
          "speaker.close",
          "carrier.send",
          "carrier.mark",
          "carrier.clear",
          "clock of the carrier's sink",
          // What hangs on the futures of a session
          "after idle",
          "after ended",
          // LocalRealtime
          "brain",
          "ear",
          "observer of received",
          "observer of sent",
          "observer of ended");

  private static final Map<String, Reply> REPLIES =
      Map.of(
          "Order.", Reply.calling("order", "{\"count\":2}").call("fail", "{}"),
          "Follow up.", Reply.calling("follow", "{}").call("fail", "{}"),
          "Dawdle.", Reply.calling("dawdle", "{}"),
          "Talk.", Reply.saying("This is a long answer that nobody wants to hear to its end."));

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private final LockWatchingAgent agent = new LockWatchingAgent();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void forget() {
    LockWatch.forget();
  }

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  static Stream<Named<Transport>> transports() {
    return Stream.of(
        Named.of("Java-WebSocket", JavaWebSocketTransport.builder().build()),
        Named.of("HttpClient", HttpTransport.builder().build()));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void noLockIsHeldWhileCodeOfTheApplicationRuns(Transport transport) throws Exception {
    fixture
        .settings
        .brain(new WatchedBrain())
        .observer(new WatchedObserver())
        .fault(Fault.onClientEvent("input_audio_buffer.clear").inSession(1).abort());
    VoiceSession session = connect(transport);
    CompletableFuture<Void> ended = session.ended().thenRun(() -> LockWatch.look("after ended"));
    try (session) {
      session.sendText("Order.");
      session.idle().thenRun(() -> LockWatch.look("after idle")).get(20, TimeUnit.SECONDS);
      useTools(session);
      tellOddities();
      interrupt(session);
      giveUp(session);
      session.clearAudio();
      fixture.awaitEvent(VoiceEvent.Reconnected.class).settle(session);
    }
    ended.get(20, TimeUnit.SECONDS);
    fixture.seen(2).awaitEnd(SessionFixture.PATIENCE);
    RealtimeRest.at(fixture.server().restUrl())
        .bearer(() -> shown("bearer token of a request"))
        .build()
        .createClientSecret(SessionConfig.builder().build());

    Set<String> expected = new TreeSet<>(CALLED);
    leaves(VoiceEvent.class).map(Watched.Listener::place).forEach(expected::add);
    assertThat(LockWatch.places()).isEqualTo(expected);
    assertThat(LockWatch.held()).isEmpty();
  }

  private VoiceSession connect(Transport transport) {
    fixture
        .options
        .executor(new Watched.Threads("executor", threads))
        .toolExecutor(new Watched.Threads("tool executor", threads))
        .time(new Watched.Time(SessionTime.system()))
        .validator(new LenientValidator())
        .budget(SessionBudget.builder().cost(1, used -> shown("price").length() * 0.0).build())
        .timeouts(times -> times.parallelCallWait(Duration.ofMillis(100)))
        .reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    return VoiceSession.to(
            Endpoint.at(fixture.server().url())
                .header("X-Desk", () -> shown("header"))
                .bearer(() -> shown("bearer token"))
                .build())
        .transport(new Watched.Dialler(transport))
        .config(
            SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build())
        .tools(new Watched.Tools(new LockWatchingAgentTools(agent)))
        .speaker(new Watched.Telephone())
        .listener(new Watched.Listener())
        .listener(fixture.events)
        .options(fixture.options.build())
        .connect();
  }

  private static String shown(String place) {
    LockWatch.look(place);
    return "shown";
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(LocksOverSocketTest::leaves)
        : Stream.of(type);
  }

  private void useTools(VoiceSession session) throws Exception {
    fixture.ask(session, "Dawdle.").awaitEvent(ToolEvent.Late.class);
    session.sendText("Follow up.");
    fixture.seen().awaitClientEvent(LocksOverSocketTest::isStillRunning, SessionFixture.PATIENCE);
    agent.answer.complete(ToolResult.text("done"));
    fixture.awaitEvent(ToolEvent.FollowedUp.class).settle(session);
  }

  private static boolean isStillRunning(JsonNode event) {
    return event.at("/item/output").asString("").startsWith("Still running.");
  }

  /** What a well-behaved server and model don't do by themselves. */
  private void tellOddities() throws InterruptedException {
    fixture
        .seen()
        .inject(
            "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"invalid_value\",\"message\":\"No.\"}}");
    fixture
        .seen()
        .inject(
            "{\"type\":\"conversation.item.input_audio_transcription.delta\",\"event_id\":\"e\",\"item_id\":\"i0\",\"content_index\":0,\"delta\":\"Wh\"}");
    fixture
        .seen()
        .inject(
            "{\"type\":\"response.output_item.done\",\"event_id\":\"e\",\"response_id\":\"r0\",\"output_index\":0,\"item\":{\"type\":\"function_call\",\"id\":\"i\",\"status\":\"incomplete\",\"call_id\":\"cut\",\"name\":\"order\",\"arguments\":\"{\"}}");
    fixture
        .seen()
        .inject(
            "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r0\",\"status\":\"incomplete\",\"output\":[]}}");
    fixture
        .awaitEvent(Failure.class)
        .awaitEvent(SpeechEvent.Partial.class)
        .awaitEvent(ToolEvent.Skipped.class);
  }

  private void interrupt(VoiceSession session) throws Exception {
    fixture.ask(session, "Talk.");
    int replies = fixture.events.all(ReplyEvent.Finished.class).size();
    session.appendAudio(ToneSpeech.pcm16("Stop."));
    fixture.awaitEvent(SpeechEvent.Started.class);
    session.appendAudio(ToneSpeech.silence(600));
    fixture
        .awaitEvent(ReplyEvent.Finished.class, replies + 1)
        .awaitEvent(SpeechEvent.Transcript.class)
        .settle(session);
  }

  /** One answer that nobody wants any more, and one that can't be had. */
  private void giveUp(VoiceSession session) throws InterruptedException {
    session.sendText("Hold.");
    session.interrupt();
    fixture.awaitEvent(TurnEvent.Overtaken.class).settle(session);
    fixture
        .server()
        .inject(
            Fault.onClientEvent("response.create")
                .inSession(1)
                .reject("invalid_request_error", "invalid_value", "No."));
    session.sendText("Never mind.");
    fixture.awaitEvent(TurnEvent.GivenUp.class).settle(session);
  }

  private static final class WatchedBrain implements Brain {

    @Override
    public Reply reply(Turn turn) {
      LockWatch.look("brain");
      JsonNode newest = turn.items().get(turn.items().size() - 1);
      Reply other = Reply.saying("Done.");
      return newest.path("role").asString("").equals("user")
          ? REPLIES.getOrDefault(turn.userText().orElse(""), other)
          : other;
    }

    @Override
    public Optional<String> transcribe(Utterance utterance) {
      LockWatch.look("ear");
      return Optional.of("Stop.");
    }
  }

  private static final class WatchedObserver implements RealtimeObserver {

    @Override
    public void received(ObservedSession session, JsonNode event) {
      LockWatch.look("observer of received");
    }

    @Override
    public void sent(ObservedSession session, JsonNode event) {
      LockWatch.look("observer of sent");
    }

    @Override
    public void ended(ObservedSession session, SessionEnd end) {
      LockWatch.look("observer of ended");
    }
  }
}
