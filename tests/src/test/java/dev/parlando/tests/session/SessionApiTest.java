package dev.parlando.tests.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.Item;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.Subscription;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.tool.CallContext;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application does with a session, over a real socket. */
class SessionApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String QUESTION = "What's the temperature in Toronto?";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private LocalRealtime server() {
    return servers.startForSessions(LocalRealtime.builder());
  }

  private static VoiceSessionBuilder to(LocalRealtime server) {
    return to(server, call -> ToolResult.json(WeatherTools.ANSWER));
  }

  private static VoiceSessionBuilder to(LocalRealtime server, ToolInvocation tool) {
    return VoiceSession.to(Endpoint.at(server.url()).build()).tools(new WeatherTools(tool));
  }

  private static void ask(VoiceSession session) throws InterruptedException {
    session.sendText(QUESTION);
    assertThat(session.awaitIdle(PATIENCE)).isTrue();
  }

  @Test
  void aListenerIsToldOfItsSessionFromTheFirstEvent() throws Exception {
    List<VoiceSession> seen = new CopyOnWriteArrayList<>();
    VoiceListener listener =
        new VoiceListener() {
          @Override
          public void on(VoiceSession session, VoiceEvent event) {
            seen.add(session);
          }
        };
    try (LocalRealtime server = server();
        VoiceSession session = to(server).listener(listener).connect()) {
      ask(session);
      assertThat(seen).isNotEmpty().containsOnly(session);
    }
  }

  @Test
  void coarseAndFineCallbacksAreBothCalled() throws Exception {
    List<String> called = new CopyOnWriteArrayList<>();
    VoiceListener listener =
        new VoiceListener() {
          @Override
          public void on(VoiceSession session, VoiceEvent event) {
            if (event instanceof ReplyEvent.Transcript) {
              called.add("on");
            }
          }

          @Override
          public void onReply(VoiceSession session, ReplyEvent event) {
            if (event instanceof ReplyEvent.Transcript) {
              called.add("onReply");
            }
          }

          @Override
          public void onReplyTranscript(VoiceSession session, ReplyEvent.Transcript event) {
            called.add("onReplyTranscript");
          }
        };
    try (LocalRealtime server = server();
        VoiceSession session = to(server).listener(listener).connect()) {
      ask(session);
      assertThat(called).containsExactly("on", "onReply", "onReplyTranscript");
    }
  }

  @Test
  void aSubscriptionHearsItsTypeUntilItIsClosed() throws Exception {
    List<String> texts = new CopyOnWriteArrayList<>();
    List<ReplyEvent> replies = new CopyOnWriteArrayList<>();
    try (LocalRealtime server = server();
        VoiceSession session =
            to(server).on(ReplyEvent.class, (told, event) -> replies.add(event)).connect()) {
      Subscription transcripts =
          session.on(ReplyEvent.Transcript.class, (told, event) -> texts.add(event.text()));
      ask(session);
      transcripts.close();
      transcripts.close();
      ask(session);
      assertThat(texts).hasSize(1);
      assertThat(replies).filteredOn(ReplyEvent.Transcript.class::isInstance).hasSize(2);
    }
  }

  @Test
  void aToolReachesItsSession() throws Exception {
    CompletableFuture<VoiceSession> reached = new CompletableFuture<>();
    ToolInvocation tool =
        call -> {
          reached.complete(VoiceSession.of(call));
          return ToolResult.json(WeatherTools.ANSWER);
        };
    try (LocalRealtime server = server();
        VoiceSession session = to(server, tool).connect()) {
      ask(session);
      assertThat(reached).isCompletedWithValue(session);
    }
    assertThatThrownBy(
            () -> VoiceSession.of(CallContext.of(new ToolCall("call_1", "get_temperature", "{}"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("get_temperature");
  }

  @Test
  void aSessionOpensWithoutBlocking() throws Exception {
    try (LocalRealtime server = server();
        VoiceSession session =
            to(server).connectAsync().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      ask(session);
    }
  }

  @Test
  void credentialsThatTakeLongOrDoNotComeBlockNobodyWhoOpensWithoutBlocking() throws Exception {
    CompletableFuture<String> key = new CompletableFuture<>();
    try (LocalRealtime server = server()) {
      Endpoint endpoint = Endpoint.at(server.url()).bearer(key::join).build();
      CompletableFuture<VoiceSession> opening = VoiceSession.to(endpoint).connectAsync();
      assertThat(opening).isNotDone();
      key.complete("key");
      opening.get(20, TimeUnit.SECONDS).close();

      IllegalStateException noKey = new IllegalStateException("no key");
      Endpoint broken =
          Endpoint.at(server.url())
              .bearer(
                  () -> {
                    throw noKey;
                  })
              .build();
      assertThatThrownBy(() -> VoiceSession.to(broken).connect()).isSameAs(noKey);
      assertThatThrownBy(() -> VoiceSession.to(broken).connectAsync().get(20, TimeUnit.SECONDS))
          .hasCause(noKey);
    }
  }

  @Test
  void aSessionThatIsNoLongerWantedIsNotOpened() throws Exception {
    try (LocalRealtime server =
        servers.startForSessions(
            LocalRealtime.builder().fault(Fault.onServerEvent("session.updated").drop()))) {
      CompletableFuture<VoiceSession> opening = to(server).connectAsync();
      server.awaitSession(1, PATIENCE).awaitClientEvent("session.update", PATIENCE);
      opening.cancel(true);
      server.awaitSession(1, PATIENCE).awaitEnd(PATIENCE);
    }
  }

  @Test
  void anInterruptedThreadStopsWaitingForItsSession() throws Exception {
    try (LocalRealtime server =
        servers.startForSessions(
            LocalRealtime.builder().fault(Fault.onServerEvent("session.updated").drop()))) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  to(server).connect();
                } catch (ConnectFailedException failed) {
                  interrupted.complete(Thread.currentThread().isInterrupted());
                  thrown.complete(failed);
                }
              });
      waiting.start();
      server.awaitSession(1, PATIENCE).awaitClientEvent("session.update", PATIENCE);
      waiting.interrupt();
      assertThat(thrown.get(20, TimeUnit.SECONDS)).hasMessageContaining("Interrupted");
      assertThat(interrupted).isCompletedWithValue(true);
      server.awaitSession(1, PATIENCE).awaitEnd(PATIENCE);
    }
  }

  @Test
  void aSessionBeginsWithTheHistoryOfAnother() throws Exception {
    try (LocalRealtime server = server()) {
      List<Item> before;
      try (VoiceSession first = to(server).connect()) {
        ask(first);
        before = first.history();
      }
      assertThat(before).hasSize(4);
      try (VoiceSession second = to(server).history(before).connect()) {
        ask(second);
        assertThat(second.history()).hasSize(8);
      }
      assertThat(server.awaitSession(2, PATIENCE).clientEvents("conversation.item.create"))
          .extracting(event -> event.at("/item/type").asString(""))
          .containsExactly(
              "message",
              "function_call",
              "function_call_output",
              "message",
              "message",
              "function_call_output");
    }
  }

  /** Asks for snapshots from within the session's own threads. */
  private static void look(VoiceSession session) {
    session.history();
    session.usage();
    session.rateLimits();
  }

  @Test
  void snapshotsMayBeAskedForAnywhere() throws Exception {
    CompletableFuture<VoiceSession> opened = new CompletableFuture<>();
    List<String> places = new CopyOnWriteArrayList<>();
    PlaybackSink speaker =
        new PlaybackSink() {
          private void lookFrom(String place) {
            try {
              look(opened.get(20, TimeUnit.SECONDS));
              // From another thread too, while the session waits for this one.
              CompletableFuture.runAsync(() -> look(opened.join())).get(20, TimeUnit.SECONDS);
              places.add(place);
            } catch (InterruptedException | TimeoutException e) {
              throw new IllegalStateException(place, e);
            } catch (ExecutionException e) {
              throw new IllegalStateException(place, e.getCause());
            }
          }

          @Override
          public void play(AudioChunk chunk) {
            lookFrom("play");
          }

          @Override
          public Optional<Heard> flush() {
            lookFrom("flush");
            return Optional.empty();
          }

          @Override
          public void close() {}
        };
    ToolInvocation tool =
        call -> {
          call.onCancel(() -> look(VoiceSession.of(call)));
          look(VoiceSession.of(call));
          places.add("tool");
          return ToolResult.json(WeatherTools.ANSWER);
        };
    try (LocalRealtime server = server();
        VoiceSession session =
            to(server, tool)
                .speaker(speaker)
                .on(
                    ToolEvent.class,
                    (told, event) -> {
                      look(told);
                      places.add("listener");
                    })
                .connect()) {
      opened.complete(session);
      ask(session);
      session.interrupt();
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
      assertThat(places).contains("play", "tool", "listener");
    }
  }
}
