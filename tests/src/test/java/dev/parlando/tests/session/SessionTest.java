package dev.parlando.tests.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.Dialect;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session and a server over a real socket. */
class SessionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final EventRecorder events = new EventRecorder();

  private VoiceSession connect(LocalRealtime server, ToolInvocation tool) {
    return VoiceSession.connect(new WeatherTools(tool), Endpoint.at(server.url()).build(), events);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aQuestionBecomesACallAndTheCallAReply(Dialect dialect) throws Exception {
    try (LocalRealtime server = servers.startForSessions(LocalRealtime.builder().dialect(dialect));
        VoiceSession session = connect(server, call -> ToolResult.json(WeatherTools.ANSWER))) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(VoiceEvent.Ready.class).get(0).dialect())
          .isEqualTo(Dialect.valueOf(dialect.name()));
      assertThat(events.all(ToolEvent.Answered.class))
          .singleElement()
          .satisfies(
              answered -> {
                assertThat(answered.call().arguments()).isEqualTo("{\"city\":\"Toronto\"}");
                assertThat(answered.output()).isEqualTo(WeatherTools.ANSWER);
              });
      assertThat(events.all(ReplyEvent.Transcript.class))
          .singleElement()
          .satisfies(reply -> assertThat(reply.text()).contains("Toronto", "22"));
      assertThat(events.all(ReplyEvent.Audio.class)).isNotEmpty();
      assertThat(events.all(Failure.class)).isEmpty();

      ObservedSession seen = server.awaitSession(1, PATIENCE);
      assertThat(seen.clientEvents("session.update")).hasSize(1);
      assertThat(seen.clientEvents("response.create")).hasSize(2);
      assertThat(seen.clientEvents("conversation.item.create")).hasSize(2);
      assertThat(seen.serverEvents("error")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aToolThatThrowsIsAnsweredWithoutItsSecrets(Dialect dialect) throws Exception {
    try (LocalRealtime server = servers.startForSessions(LocalRealtime.builder().dialect(dialect));
        VoiceSession session =
            connect(
                server,
                call -> {
                  throw new IllegalStateException("password=hunter2");
                })) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(ToolEvent.Answered.class))
          .singleElement()
          .satisfies(
              answered ->
                  assertThat(answered.output())
                      .matches("The tool failed\\. Reference: [0-9a-f]{8}\\."));
      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(1);

      session.sendText("What's the temperature in Paris?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(2);
    }
  }

  @Test
  void aWrongKeyIsRefusedWithItsStatusAndNotShown() {
    try (LocalRealtime server = servers.startForSessions(LocalRealtime.builder().apiKey("right"))) {
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
    try (LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
        VoiceSession session = connect(server, call -> ToolResult.json(WeatherTools.ANSWER))) {
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      seen.inject("{\"type\": \"response.done\", ");
      seen.inject("{\"type\": \"response.new_thing\", \"event_id\": \"e1\"}");
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(Failure.class))
          .singleElement()
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.MALFORMED));
      assertThat(events.all(VoiceEvent.Received.class))
          .anySatisfy(
              received -> assertThat(received.event().type()).isEqualTo("response.new_thing"));
      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(1);
    }
  }

  @Test
  void r21_aToolThatBlocksHoldsUpNothing() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    try (VoiceSession session =
        connect(
            server,
            call -> {
              running.countDown();
              mayEnd.await();
              return ToolResult.json(WeatherTools.ANSWER);
            })) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
      CountDownLatch heardMeanwhile = new CountDownLatch(1);
      session.listen(
          new VoiceListener() {
            @Override
            public void onReceived(VoiceSession told, VoiceEvent.Received event) {
              if (event.event().type().equals("response.new_thing")) {
                heardMeanwhile.countDown();
              }
            }
          });
      server.awaitSession(1, PATIENCE).inject("{\"type\": \"response.new_thing\"}");
      assertThat(heardMeanwhile.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(events.all(ToolEvent.Answered.class)).isEmpty();

      mayEnd.countDown();
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(1);
    }
  }

  @Test
  void r31_aListenerThatThrowsEndsNothing() throws Exception {
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    try (VoiceSession session = connect(server, call -> ToolResult.json(WeatherTools.ANSWER))) {
      session.listen(
          new VoiceListener() {
            @Override
            public void onToolAnswered(VoiceSession told, ToolEvent.Answered event) {
              throw new IllegalStateException("a bug of the application");
            }
          });
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(1);
      assertThat(events.all(Failure.class))
          .singleElement()
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.APPLICATION));
    }
  }

  @Test
  void r38_aToolMayEndTheSessionFromInside() throws Exception {
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    AtomicReference<VoiceSession> self = new AtomicReference<>();
    try (VoiceSession session =
        connect(
            server,
            call -> {
              self.get().close();
              return ToolResult.none();
            })) {
      self.set(session);
      session.sendText("What's the temperature in Toronto?");
      session.ended().get(20, TimeUnit.SECONDS);

      assertThat(events.all(VoiceEvent.Closed.class)).hasSize(1);
      assertThat(events.all(ToolEvent.Answered.class))
          .extracting(ToolEvent.Answered::ending)
          .containsExactly(ToolEvent.Ending.CANCELLED);
    }
  }
}
