package dev.parlando.testkit.rules;

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

  @RegisterExtension final Rig rig = new Rig();

  @Test
  void r1_theConfigurationGoesFirstAndOnceAndAllElseInOrder() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.appendAudio(new byte[4_800]);
    session.sendText("Hello");
    rig.settle(session);

    assertThat(rig.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsExactly(
            "session.update",
            "input_audio_buffer.append",
            "conversation.item.create",
            "response.create");
  }

  @Test
  void r1_aServerThatNeverConfirmsIsGivenUpInTime() throws Exception {
    rig.settings.fault(Fault.onServerEvent("session.updated").drop());
    rig.options.time(rig.time);
    Thread passing =
        new Thread(
            () -> {
              rig.seen().awaitServerEvent("session.created", Rig.PATIENCE);
              rig.seen().awaitClientEvent("session.update", Rig.PATIENCE);
              rig.time.advance(Duration.ofSeconds(15));
            });
    rig.server();
    passing.start();
    assertThatThrownBy(rig::connect)
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("not ready within 15000 ms: no session.updated");
    passing.join();
    rig.seen().awaitEnd(Rig.PATIENCE);
  }

  @Test
  void r2_anErrorBeforeTheConfirmationFailsTheConnectAndALaterOneWorks() {
    rig.settings.fault(
        Fault.onClientEvent("session.update")
            .inSession(1)
            .reject("invalid_request_error", "invalid_value", "No such voice."));
    assertThatThrownBy(rig::connect)
        .isInstanceOfSatisfying(
            ConnectFailedException.class,
            failed -> assertThat(failed.code()).isEqualTo("invalid_value"))
        .hasMessageContaining("No such voice.");
    assertThat(rig.seen().awaitEnd(Rig.PATIENCE).code()).isEqualTo(1000);

    assertThat(rig.connect().id()).isNotEmpty();
  }

  @Test
  void r3_aRefusedUpgradeIsToldWithItsStatus() {
    rig.settings.fault(Fault.onHandshake().refuse(429, "{\"error\":\"slow down\"}"));
    assertThatThrownBy(rig::connect)
        .isInstanceOfSatisfying(
            ConnectFailedException.class, failed -> assertThat(failed.httpStatus()).isEqualTo(429))
        .hasMessageContaining("slow down");
  }

  @Test
  void r5_aToolCarriesOnlyWhatTheProtocolKnows() {
    rig.connect();
    JsonNode tools = rig.seen().awaitClientEvent("session.update").at("/session/tools");
    assertThat(tools).isNotEmpty();
    for (JsonNode tool : tools) {
      assertThat(tool.propertyNames())
          .containsExactlyInAnyOrder("type", "name", "description", "parameters");
    }
  }

  @Test
  void r6_offAndUnsaidAreDifferentOnTheWire() {
    rig.config(SessionConfig.builder().turnDetection(TurnDetection.disabled()).build());
    rig.connect();
    JsonNode input = rig.seen().awaitClientEvent("session.update").at("/session/audio/input");
    assertThat(input.has("turn_detection")).isTrue();
    assertThat(input.get("turn_detection").isNull()).isTrue();
    assertThat(input.has("transcription")).isFalse();
    JsonNode effective = rig.seen().awaitServerEvent("session.updated");
    assertThat(effective.at("/session/audio/input/turn_detection").isNull()).isTrue();
  }

  @Test
  void r7_aPartialChangeLeavesTheRestAsItWasAndTheVoiceAlone() throws Exception {
    rig.config(
        SessionConfig.builder()
            .voice(Voice.named("cedar"))
            .outputFormat(AudioFormat.G711_ULAW)
            .turnDetection(TurnDetection.disabled())
            .build());
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Hello");
    session.updateInstructions("Be brief.");
    session.update(SessionConfig.builder().speed(1.2).build());

    List<JsonNode> updated =
        rig.seen().awaitServerEvents(Rig.type("session.updated"), 3, Rig.PATIENCE);
    JsonNode effective = updated.get(2).path("session");
    assertThat(effective.path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(effective.at("/audio/output/voice").asString()).isEqualTo("cedar");
    assertThat(effective.at("/audio/output/format/type").asString()).isEqualTo("audio/pcmu");
    assertThat(effective.at("/audio/input/turn_detection").isNull()).isTrue();
    assertThat(effective.path("tools")).isNotEmpty();
    assertThat(rig.seen().serverEvents("error")).isEmpty();
    JsonNode last = rig.seen().clientEvents("session.update").get(2);
    assertThat(last.at("/session/audio/output").has("voice")).isFalse();
  }

  @Test
  void r10_whatNobodyKnowsEndsNothingAndIsTold() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.seen().inject("{\"type\":\"response.dream\",\"event_id\":\"e\",\"depth\":3}");
    rig.seen()
        .inject(
            "{\"type\":\"rate_limits.updated\",\"event_id\":\"e\",\"rate_limits\":[{\"name\":\"moons\",\"new\":1}]}");
    rig.seen()
        .inject(
            "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r0\",\"status\":\"odd\",\"status_details\":\"unimplemented\",\"output\":[{\"type\":\"dance\"}],\"usage\":null}}");
    rig.ask(session, "Hello");

    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.heard.all(Failure.class)).isEmpty();
    assertThat(rig.heard.all(VoiceEvent.Received.class))
        .extracting(received -> received.event().type())
        .contains("response.dream");
  }

  @Test
  void r11_aBrokenFrameIsOneFailureAndTheConversationGoesOn() throws Exception {
    rig.settings
        .fault(Fault.onServerEvent("response.created").corrupt())
        .fault(Fault.onServerEvent("response.output_item.added").asBinary())
        .fault(Fault.onServerEvent("response.content_part.added").corrupt("[1, 2]"))
        .fault(
            Fault.onServerEvent("response.content_part.done")
                .corrupt(
                    "{\"type\":\"response.output_audio.delta\",\"event_id\":\"e\",\"response_id\":\"r\",\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"§§\"}"));
    rig.model(Reply.saying("Hello."));
    rig.ask(rig.connect(), "Hello");

    assertThat(rig.heard.all(Failure.class))
        .extracting(Failure::kind)
        .containsOnly(Failure.Kind.MALFORMED)
        .hasSize(4);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r12_aFrameOfManyMegabytesIsTakenIn() throws Exception {
    rig.settings.fault(Fault.onServerEvent("response.done").inflate(20 << 20));
    rig.model(Reply.saying("Hello."));
    rig.ask(rig.connect(), "Hello");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r12_theLimitOfAFrameIsTheApplicationsToSet() throws Exception {
    rig.settings.fault(Fault.onServerEvent("response.done").inflate(2 << 20));
    rig.transport(JavaWebSocketTransport.builder().maxFrameBytes(1 << 20).build());
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(rig.heard.all(VoiceEvent.Closed.class))
        .singleElement()
        .satisfies(closed -> assertThat(closed.code()).isEqualTo(1009));
  }

  @Test
  void r13_aToolThatWasTakenAwayIsNotRunAndTheModelIsToldBeforeItSpeaksAgain() throws Exception {
    rig.model(Reply.NOTHING.awaitClient("session.update").call("get_time", "{}"))
        .model(Reply.saying("I can't tell."));
    VoiceSession session = rig.connect();
    session.sendText("What time is it?");
    rig.awaitHeard(ReplyEvent.Started.class);
    session.updateTools();
    rig.settle(session);

    assertThat(rig.desk.runs).isEmpty();
    assertThat(rig.outputs())
        .containsExactly("The tool get_time is not available any more. Answer without it.");
    assertThat(rig.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsSubsequence("response.create", "session.update", "response.create");
    assertThat(rig.heard.all(ToolEvent.Answered.class)).hasSize(1);
  }
}
