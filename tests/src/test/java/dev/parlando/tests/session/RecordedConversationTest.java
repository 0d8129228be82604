package dev.parlando.tests.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.time.VirtualTime;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A recorded conversation with one call of 5 s, over a real socket and in virtual time. */
class RecordedConversationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final EventRecorder events = new EventRecorder();
  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch running = new CountDownLatch(1);

  /** Answers after 5 s of virtual time, and holds no thread until then. */
  private final ToolInvocation slowTool =
      context -> {
        CompletableFuture<ToolResult> answer = new CompletableFuture<>();
        time.after(5_000, () -> answer.complete(ToolResult.json(WeatherTools.ANSWER)));
        runs.incrementAndGet();
        running.countDown();
        return ToolResult.later(answer);
      };

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theCallIsRunOnceAndAnsweredOnceAndBothSidesAreUnderstood(Dialect dialect) throws Exception {
    Recording recording = Recording.read(toronto(dialect));
    SessionConfig config =
        SessionConfig.builder().transcription(Transcription.model("whisper-1")).build();
    try (LocalRealtime server =
            servers.startForSessions(
                LocalRealtime.builder().dialect(dialect).recording(recording));
        VoiceSession session =
            VoiceSession.to(Endpoint.at(server.url()).build())
                .tools(new WeatherTools(slowTool))
                .config(config)
                .options(options -> options.time(time))
                .listener(events)
                .connect()) {
      speakAsRecorded(session, recording);
      assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      seen.awaitServerEvent("response.done", PATIENCE);

      time.advance(Duration.ofMillis(4_999));
      assertThat(seen.clientEvents("conversation.item.create")).isEmpty();
      time.advance(Duration.ofMillis(1));
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(VoiceEvent.Ready.class).get(0).dialect())
          .isEqualTo(Dialect.valueOf(dialect.name()));
      assertThat(runs).hasValue(1);
      List<JsonNode> outputs = seen.clientEvents("conversation.item.create");
      assertThat(outputs)
          .singleElement()
          .satisfies(
              output -> {
                assertThat(output.at("/item/type").asString()).isEqualTo("function_call_output");
                assertThat(output.at("/item/output").asString()).isEqualTo(WeatherTools.ANSWER);
              });
      assertThat(seen.clientEvents("response.create")).hasSize(1);
      assertThat(events.all(ToolEvent.Answered.class))
          .singleElement()
          .satisfies(answered -> assertThat(answered.elapsedMs()).isEqualTo(5_000));
      assertThat(events.all(SpeechEvent.Transcript.class))
          .extracting(SpeechEvent.Transcript::text)
          .containsExactly("Say 1 2 3 and tell me temperature of Toronto");
      assertThat(events.all(ReplyEvent.Transcript.class))
          .extracting(ReplyEvent.Transcript::text)
          .containsExactly(
              "One, two, three. Checking Toronto's temperature.",
              "It's 22 degrees Celsius in Toronto.");
      assertThat(events.all(Failure.class)).isEmpty();
    }
  }

  private static void speakAsRecorded(VoiceSession session, Recording recording) {
    for (RecordedEvent recorded : recording.events()) {
      String audio = recorded.event().path("audio").asString("");
      if (recorded.side() == RecordedEvent.Side.CLIENT && !audio.isEmpty()) {
        session.appendAudio(Base64.getDecoder().decode(audio));
      }
    }
  }

  private static Path toronto(Dialect dialect) throws Exception {
    String name = "/recordings/toronto-" + dialect.name().toLowerCase(Locale.ROOT) + ".jsonl";
    return Path.of(RecordedConversationTest.class.getResource(name).toURI());
  }
}
