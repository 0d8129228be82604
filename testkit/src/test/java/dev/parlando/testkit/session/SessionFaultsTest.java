package dev.parlando.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.SessionOptions;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.ObservedSession;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.VirtualTime;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.JavaWebSocketTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The rules of a correct client over a real socket, with a server that goes wrong. */
class SessionFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String QUESTION = "What's the temperature in Toronto?";
  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final Heard heard = new Heard();
  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger runs = new AtomicInteger();

  private static boolean isCallDone(JsonNode event) {
    return event.path("type").asString("").equals("response.output_item.done")
        && event.at("/item/type").asString("").equals("function_call");
  }

  private LocalRealtime server(Fault fault) {
    return servers.startForSessions(LocalRealtime.builder().fault(fault));
  }

  private VoiceSession connect(LocalRealtime server, SessionOptions options) {
    return VoiceSession.to(Endpoint.at(server.url()).build())
        .tools(
            new WeatherTools(
                context -> {
                  runs.incrementAndGet();
                  return ToolResult.json(WeatherTools.ANSWER);
                }))
        .options(options)
        .listener(heard)
        .connect();
  }

  private VoiceSession connect(LocalRealtime server) {
    return connect(server, SessionOptions.builder().time(time).build());
  }

  /** Asks the question and expects one run of the tool, one output and one spoken answer. */
  private void askAndExpectOneAnswer(LocalRealtime server, VoiceSession session)
      throws InterruptedException {
    session.sendText(QUESTION);
    assertThat(session.awaitIdle(PATIENCE)).isTrue();
    assertThat(runs).hasValue(1);
    assertThat(outputs(server)).hasSize(1);
    assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  private List<JsonNode> outputs(LocalRealtime server) {
    return server.awaitSession(1, PATIENCE).clientEvents("conversation.item.create").stream()
        .filter(event -> event.at("/item/type").asString("").equals("function_call_output"))
        .toList();
  }

  @Test
  void r2_anErrorBeforeTheConfirmationFailsTheConnect() {
    LocalRealtime server =
        server(
            Fault.onClientEvent("session.update")
                .reject("invalid_request_error", "invalid_value", "No such voice."));
    assertThatThrownBy(() -> connect(server))
        .isInstanceOfSatisfying(
            ConnectFailedException.class,
            failed -> assertThat(failed.code()).isEqualTo("invalid_value"))
        .hasMessageContaining("No such voice.");
    assertThat(server.awaitSession(1, PATIENCE).awaitEnd(PATIENCE).code()).isEqualTo(1000);
  }

  @Test
  void r3_aRefusedUpgradeIsToldWithItsStatus() {
    LocalRealtime server = server(Fault.onHandshake().refuse(429, "{\"error\":\"slow down\"}"));
    assertThatThrownBy(() -> connect(server))
        .isInstanceOfSatisfying(
            ConnectFailedException.class, failed -> assertThat(failed.httpStatus()).isEqualTo(429))
        .hasMessageContaining("slow down");
  }

  @Test
  void r12_aFrameOfManyMegabytesIsTakenIn() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent("response.done").inflate(20 << 20));
    try (VoiceSession session = connect(server)) {
      askAndExpectOneAnswer(server, session);
    }
  }

  @Test
  void r12_theLimitOfAFrameIsTheApplicationsToSet() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent("response.done").inflate(2 << 20));
    SessionOptions small =
        SessionOptions.builder()
            .transport(JavaWebSocketTransport.builder().maxFrameBytes(1 << 20).build())
            .build();
    try (VoiceSession session = connect(server, small)) {
      session.sendText(QUESTION);
      session.ended().get(20, TimeUnit.SECONDS);
      assertThat(heard.all(VoiceEvent.Closed.class))
          .singleElement()
          .satisfies(closed -> assertThat(closed.code()).isEqualTo(1009));
    }
  }

  @Test
  void r15_aCallWhoseItemEventGotLostIsRunAllTheSame() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent(SessionFaultsTest::isCallDone).drop());
    try (VoiceSession session = connect(server)) {
      askAndExpectOneAnswer(server, session);
    }
  }

  @Test
  void r17_aCallThatIsToldOfTwiceIsRunAndAnsweredOnce() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent(SessionFaultsTest::isCallDone).duplicate());
    try (VoiceSession session = connect(server)) {
      askAndExpectOneAnswer(server, session);
    }
  }

  @Test
  void r11_aBrokenFrameIsOneFailureAndTheConversationGoesOn() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent("response.created").corrupt());
    try (VoiceSession session = connect(server)) {
      askAndExpectOneAnswer(server, session);
      assertThat(heard.all(Failure.class))
          .extracting(Failure::kind)
          .containsExactly(Failure.Kind.MALFORMED);
    }
  }

  @Test
  void r44_aReplyThatIsRefusedAsTooEarlyIsAskedForAgain() throws Exception {
    LocalRealtime server =
        server(
            Fault.onClientEvent("response.create")
                .reject(
                    "invalid_request_error", "conversation_already_has_active_response", "Busy."));
    try (VoiceSession session = connect(server)) {
      session.sendText(QUESTION);
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      seen.awaitServerEvent("error", PATIENCE);
      advanceUntilReplied(session);
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void r46_aReplyThatNeverBeganIsAskedForAgain() throws Exception {
    LocalRealtime server = server(Fault.onClientEvent("response.create").drop());
    try (VoiceSession session = connect(server)) {
      session.sendText(QUESTION);
      server.awaitSession(1, PATIENCE).awaitClientEvent("response.create", PATIENCE);
      advanceUntilReplied(session);
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void r46_aReplyWhoseEndGotLostDoesNotSilenceTheSession() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent("response.done").drop());
    try (VoiceSession session = connect(server)) {
      session.sendText(QUESTION);
      server.awaitSession(1, PATIENCE).awaitServerEvent(SessionFaultsTest::isCallDone, PATIENCE);
      advanceUntilReplied(session);
      assertThat(runs).hasValue(1);
      assertThat(outputs(server)).hasSize(1);
    }
  }

  @Test
  void r99_theConversationGoesOnOverANewConnection() throws Exception {
    LocalRealtime server =
        server(Fault.onServerEvent("response.created").nth(2).inSession(1).abort());
    SessionOptions quick = SessionOptions.builder().reconnectBackoff(Duration.ofMillis(1)).build();
    try (VoiceSession session = connect(server, quick)) {
      session.sendText(QUESTION);
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      ObservedSession second = server.awaitSession(2, PATIENCE);
      assertThat(second.clientEvents("conversation.item.create"))
          .extracting(event -> event.at("/item/type").asString())
          .containsExactly("message", "function_call", "function_call_output");
      assertThat(runs).hasValue(1);
      assertThat(heard.all(VoiceEvent.Reconnected.class)).hasSize(1);
      assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(1);
      assertThat(heard.all(ToolEvent.Answered.class)).hasSize(1);
    }
  }

  @Test
  void r106_aServerThatEndsTheSessionEndsItHere() throws Exception {
    LocalRealtime server = server(Fault.onServerEvent("response.created").close(1000, "enough"));
    try (VoiceSession session = connect(server)) {
      session.sendText(QUESTION);
      session.ended().get(20, TimeUnit.SECONDS);
      assertThat(heard.all(VoiceEvent.Closed.class))
          .containsExactly(new VoiceEvent.Closed(1000, "enough"));
    }
  }

  /** Lets virtual time pass, a second after the other, until the agent has said something. */
  private void advanceUntilReplied(VoiceSession session) throws InterruptedException {
    for (int s = 0; s < 120 && heard.all(ReplyEvent.Transcript.class).isEmpty(); s++) {
      time.advance(Duration.ofSeconds(1));
      session.awaitIdle(Duration.ofMillis(100));
    }
    assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }
}
