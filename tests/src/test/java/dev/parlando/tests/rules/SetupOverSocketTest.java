package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.audio.AudioFormat;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.realtime.Voice;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Section A over a real socket: how a session is set up. */
class SetupOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  @Test
  void r1_theConfigurationGoesFirstAndOnceAndAllElseInOrder() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.appendAudio(new byte[4_800]);
    session.sendText("Hello");
    fixture.settle(session);

    assertThat(fixture.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsExactly(
            "session.update",
            "input_audio_buffer.append",
            "conversation.item.create",
            "response.create");
  }

  @Test
  void r1_aServerThatNeverConfirmsIsGivenUpInTime() throws Exception {
    fixture.settings.fault(Fault.onServerEvent("session.updated").drop());
    fixture.options.time(fixture.time);
    Thread passing =
        new Thread(
            () -> {
              fixture.seen().awaitServerEvent("session.created", SessionFixture.PATIENCE);
              fixture.seen().awaitClientEvent("session.update", SessionFixture.PATIENCE);
              fixture.time.advance(Duration.ofSeconds(15));
            });
    fixture.server();
    passing.start();
    assertThatThrownBy(fixture::connect)
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("not ready within 15000 ms: no session.updated");
    passing.join();
    fixture.seen().awaitEnd(SessionFixture.PATIENCE);
  }

  @Test
  void r2_anErrorBeforeTheConfirmationFailsTheConnectAndALaterOneWorks() {
    fixture.settings.fault(
        Fault.onClientEvent("session.update")
            .inSession(1)
            .reject("invalid_request_error", "invalid_value", "No such voice."));
    assertThatThrownBy(fixture::connect)
        .isInstanceOfSatisfying(
            ConnectFailedException.class,
            failed -> assertThat(failed.code()).isEqualTo("invalid_value"))
        .hasMessageContaining("No such voice.");
    assertThat(fixture.seen().awaitEnd(SessionFixture.PATIENCE).code()).isEqualTo(1000);

    assertThat(fixture.connect().id()).isNotEmpty();
  }

  @Test
  void r3_aRefusedUpgradeIsToldWithItsStatus() {
    fixture.settings.fault(Fault.onHandshake().refuse(429, "{\"error\":\"slow down\"}"));
    assertThatThrownBy(fixture::connect)
        .isInstanceOfSatisfying(
            ConnectFailedException.class, failed -> assertThat(failed.httpStatus()).isEqualTo(429))
        .hasMessageContaining("slow down");
  }

  @Test
  void r5_aToolCarriesOnlyWhatTheProtocolKnows() {
    fixture.connect();
    JsonNode tools = fixture.seen().awaitClientEvent("session.update").at("/session/tools");
    assertThat(tools).isNotEmpty();
    for (JsonNode tool : tools) {
      assertThat(tool.propertyNames())
          .containsExactlyInAnyOrder("type", "name", "description", "parameters");
    }
  }

  @Test
  void r6_offAndUnsaidAreDifferentOnTheWire() {
    fixture.config(SessionConfig.builder().turnDetection(TurnDetection.disabled()).build());
    fixture.connect();
    JsonNode input = fixture.seen().awaitClientEvent("session.update").at("/session/audio/input");
    assertThat(input.has("turn_detection")).isTrue();
    assertThat(input.get("turn_detection").isNull()).isTrue();
    assertThat(input.has("transcription")).isFalse();
    JsonNode effective = fixture.seen().awaitServerEvent("session.updated");
    assertThat(effective.at("/session/audio/input/turn_detection").isNull()).isTrue();
  }

  @Test
  void r7_aPartialChangeLeavesTheRestAsItWasAndTheVoiceAlone() throws Exception {
    fixture.config(
        SessionConfig.builder()
            .voice(Voice.named("cedar"))
            .outputFormat(AudioFormat.G711_ULAW)
            .turnDetection(TurnDetection.disabled())
            .build());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    session.updateInstructions("Be brief.");
    session.update(SessionConfig.builder().speed(1.2).build());

    List<JsonNode> updated =
        fixture
            .seen()
            .awaitServerEvents(SessionFixture.type("session.updated"), 3, SessionFixture.PATIENCE);
    JsonNode effective = updated.get(2).path("session");
    assertThat(effective.path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(effective.at("/audio/output/voice").asString()).isEqualTo("cedar");
    assertThat(effective.at("/audio/output/format/type").asString()).isEqualTo("audio/pcmu");
    assertThat(effective.at("/audio/input/turn_detection").isNull()).isTrue();
    assertThat(effective.path("tools")).isNotEmpty();
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
    JsonNode last = fixture.seen().clientEvents("session.update").get(2);
    assertThat(last.at("/session/audio/output").has("voice")).isFalse();
  }

  @Test
  void r10_whatNobodyKnowsEndsNothingAndIsTold() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.seen().inject("{\"type\":\"response.dream\",\"event_id\":\"e\",\"depth\":3}");
    fixture
        .seen()
        .inject(
            "{\"type\":\"rate_limits.updated\",\"event_id\":\"e\",\"rate_limits\":[{\"name\":\"moons\",\"new\":1}]}");
    fixture
        .seen()
        .inject(
            "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r0\",\"status\":\"odd\",\"status_details\":\"unimplemented\",\"output\":[{\"type\":\"dance\"}],\"usage\":null}}");
    fixture.ask(session, "Hello");

    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(Failure.class)).isEmpty();
    assertThat(fixture.events.all(VoiceEvent.Received.class))
        .extracting(received -> received.event().type())
        .contains("response.dream");
  }

  @Test
  void r11_aBrokenFrameIsOneFailureAndTheConversationGoesOn() throws Exception {
    fixture
        .settings
        .fault(Fault.onServerEvent("response.created").corrupt())
        .fault(Fault.onServerEvent("response.output_item.added").asBinary())
        .fault(Fault.onServerEvent("response.content_part.added").corrupt("[1, 2]"))
        .fault(
            Fault.onServerEvent("response.content_part.done")
                .corrupt(
                    "{\"type\":\"response.output_audio.delta\",\"event_id\":\"e\",\"response_id\":\"r\",\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"§§\"}"));
    fixture.model(Reply.saying("Hello."));
    fixture.ask(fixture.connect(), "Hello");

    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::kind)
        .containsOnly(Failure.Kind.MALFORMED)
        .hasSize(4);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r12_aFrameOfManyMegabytesIsTakenIn() throws Exception {
    fixture.settings.fault(Fault.onServerEvent("response.done").inflate(20 << 20));
    fixture.model(Reply.saying("Hello."));
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r12_theLimitOfAFrameIsTheApplicationsToSet() throws Exception {
    fixture.settings.fault(Fault.onServerEvent("response.done").inflate(2 << 20));
    fixture.transport(JavaWebSocketTransport.builder().maxFrameBytes(1 << 20).build());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(fixture.events.all(VoiceEvent.Closed.class))
        .singleElement()
        .satisfies(closed -> assertThat(closed.code()).isEqualTo(1009));
  }

  @Test
  void r13_aToolThatWasTakenAwayIsNotRunAndTheModelIsToldBeforeItSpeaksAgain() throws Exception {
    fixture
        .model(Reply.NOTHING.awaitClient("session.update").call("get_time", "{}"))
        .model(Reply.saying("I can't tell."));
    VoiceSession session = fixture.connect();
    session.sendText("What time is it?");
    fixture.awaitEvent(ReplyEvent.Started.class);
    session.updateTools();
    fixture.settle(session);

    assertThat(fixture.agent.runs).isEmpty();
    assertThat(fixture.outputs())
        .containsExactly("The tool get_time is not available any more. Answer without it.");
    assertThat(fixture.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsSubsequence("response.create", "session.update", "response.create");
    assertThat(fixture.events.all(ToolEvent.Answered.class)).hasSize(1);
  }
}
