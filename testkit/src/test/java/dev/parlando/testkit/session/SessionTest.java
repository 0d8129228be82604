package dev.parlando.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.Dialect;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.ObservedSession;
import dev.parlando.testkit.ServerDialect;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session and a server over a real socket. */
class SessionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Heard heard = new Heard();

  private VoiceSession connect(LocalRealtime server, ToolInvocation tool) {
    return VoiceSession.connect(new WeatherTools(tool), Endpoint.at(server.url()).build(), heard);
  }

  @ParameterizedTest
  @EnumSource(ServerDialect.class)
  void aQuestionBecomesACallAndTheCallAReply(ServerDialect dialect) throws Exception {
    try (LocalRealtime server = LocalRealtime.builder().dialect(dialect).start();
        VoiceSession session = connect(server, call -> ToolResult.json(WeatherTools.ANSWER))) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(heard.all(VoiceEvent.Ready.class).get(0).dialect())
          .isEqualTo(Dialect.valueOf(dialect.name()));
      assertThat(heard.all(ToolEvent.Answered.class))
          .singleElement()
          .satisfies(
              answered -> {
                assertThat(answered.call().arguments()).isEqualTo("{\"city\":\"Toronto\"}");
                assertThat(answered.output()).isEqualTo(WeatherTools.ANSWER);
              });
      assertThat(heard.all(ReplyEvent.Transcript.class))
          .singleElement()
          .satisfies(reply -> assertThat(reply.text()).contains("Toronto", "22"));
      assertThat(heard.all(ReplyEvent.Audio.class)).isNotEmpty();
      assertThat(heard.all(Failure.class)).isEmpty();

      ObservedSession seen = server.awaitSession(1, PATIENCE);
      assertThat(seen.clientEvents("session.update")).hasSize(1);
      assertThat(seen.clientEvents("response.create")).hasSize(2);
      assertThat(seen.clientEvents("conversation.item.create")).hasSize(2);
      assertThat(seen.serverEvents("error")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ServerDialect.class)
  void aToolThatThrowsIsAnsweredWithoutItsSecrets(ServerDialect dialect) throws Exception {
    try (LocalRealtime server = LocalRealtime.builder().dialect(dialect).start();
        VoiceSession session =
            connect(
                server,
                call -> {
                  throw new IllegalStateException("password=hunter2");
                })) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(heard.all(ToolEvent.Answered.class))
          .singleElement()
          .satisfies(
              answered ->
                  assertThat(answered.output())
                      .matches("The tool failed\\. Reference: [0-9a-f]{8}\\."));
      assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(1);

      session.sendText("What's the temperature in Paris?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
      assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(2);
    }
  }

  @Test
  void aWrongKeyIsRefusedWithItsStatusAndNotShown() {
    try (LocalRealtime server = LocalRealtime.builder().apiKey("right").start()) {
      Endpoint endpoint = Endpoint.at(server.url()).bearer(() -> "wrong-key").build();
      assertThatThrownBy(
              () -> VoiceSession.connect(new WeatherTools(call -> ToolResult.none()), endpoint))
          .isInstanceOfSatisfying(
              ConnectFailedException.class,
              failed -> {
                assertThat(failed.httpStatus()).isEqualTo(401);
                assertThat(failed)
                    .hasMessageStartingWith(
                        "The server refused the connection with HTTP 401 Unauthorized")
                    .hasMessageNotContaining("wrong-key");
              });
    }
  }

  @Test
  void nobodyListeningIsSaidAtOnce() {
    Endpoint endpoint;
    try (LocalRealtime server = LocalRealtime.start()) {
      endpoint = Endpoint.at(server.url()).build();
    }
    assertThatThrownBy(
            () -> VoiceSession.connect(new WeatherTools(call -> ToolResult.none()), endpoint))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void aMalformedFrameIsOneFailureAndTheSessionGoesOn() throws Exception {
    try (LocalRealtime server = LocalRealtime.start();
        VoiceSession session = connect(server, call -> ToolResult.json(WeatherTools.ANSWER))) {
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      seen.inject("{\"type\": \"response.done\", ");
      seen.inject("{\"type\": \"response.new_thing\", \"event_id\": \"e1\"}");
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(heard.all(Failure.class))
          .singleElement()
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.MALFORMED));
      assertThat(heard.all(VoiceEvent.Received.class))
          .anySatisfy(
              received -> assertThat(received.event().type()).isEqualTo("response.new_thing"));
      assertThat(heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    }
  }
}
