package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.options.SessionBudget;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Section I over a real socket: usage, privacy, and many things at once. */
class UsageOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  @Test
  void r108_theLimitsOfTheAccountAreKnown() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    fixture.seen().awaitServerEvent("rate_limits.updated");
    fixture.model(Reply.saying("Yes.")).ask(session, "Still there?");
    assertThat(session.rateLimits()).extracting(limit -> limit.name()).contains("tokens");
  }

  @Test
  void r110_usageIsWhatTheServerCountedAndEachResponseCountsOnce() throws Exception {
    fixture.settings.fault(Fault.onServerEvent("response.done").duplicate());
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?");
    long counted =
        fixture.seen().serverEvents("response.done").stream()
            .distinct()
            .mapToLong(done -> done.at("/response/usage/total_tokens").asLong())
            .sum();
    assertThat(session.usage().total()).isEqualTo(counted).isPositive();
    assertThat(session.usage().responses()).isEqualTo(2);
  }

  @Test
  void r111_aSessionThatUsedItsRepliesSaysFarewellAndEnds() throws Exception {
    fixture.options.budget(SessionBudget.builder().responses(1).farewell("Say good-bye.").build());
    fixture.model(Reply.saying("Hello.")).model(Reply.saying("Good-bye."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("Hello.", "Good-bye.");
    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.BUDGET);
    assertThat(fixture.seen().awaitEnd(SessionFixture.PATIENCE).code()).isEqualTo(1000);
  }

  @Test
  void r113_theModelSeesASecretAndListenersDoNot() throws Exception {
    fixture.model(Reply.calling("balance", "{\"account\":\"DE07\"}")).model(Reply.saying("It is."));
    fixture.ask(fixture.connect(), "Balance?");
    assertThat(fixture.outputs()).containsExactly("4711 of DE07");
    assertThat(fixture.events.all(ToolEvent.class))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.call().arguments()).doesNotContain("DE07"));
    assertThat(fixture.events.all(ToolEvent.Answered.class).get(0).output()).isEqualTo("***");
    assertThat(fixture.events.all(ToolEvent.Answered.class).get(0).toString())
        .doesNotContain("4711");
  }

  @Test
  void r114_aListenerThatIsTooSlowLosesSoundAndNothingElse() throws Exception {
    fixture.options.audioBuffers(audio -> audio.listenerBytes(10_000));
    CountDownLatch gate = new CountDownLatch(1);
    fixture.model(Reply.saying("This is a rather long answer, to make much sound of it."));
    VoiceSession session = fixture.connect();
    session.listen(
        new VoiceListener() {
          @Override
          public void onReply(VoiceSession told, ReplyEvent event) {
            try {
              gate.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
    session.sendText("Talk.");
    fixture.seen().awaitServerEvent("response.done");
    long deadline = System.nanoTime() + SessionFixture.PATIENCE.toNanos();
    while (session.droppedAudioEvents() == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait(); // The listener holds its thread, so that nothing tells when.
    }
    gate.countDown();
    fixture.settle(session);
    assertThat(session.droppedAudioEvents()).isPositive();
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(ReplyEvent.Finished.class)).hasSize(1);
  }

  @Test
  void r115_framesLeaveInTheOrderOfTheCallsWhoeverMakesThem() throws Exception {
    VoiceSession session = fixture.connect();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int number = t;
      threads.add(
          new Thread(
              () ->
                  IntStream.range(0, 100)
                      .forEach(i -> session.appendAudio(new byte[] {(byte) number, (byte) i}))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    List<JsonNode> appends =
        fixture
            .seen()
            .awaitClientEvents(
                SessionFixture.type("input_audio_buffer.append"), 400, SessionFixture.PATIENCE);
    for (int t = 0; t < 4; t++) {
      int number = t;
      assertThat(
              appends.stream()
                  .map(append -> Base64.getDecoder().decode(append.path("audio").asString()))
                  .filter(audio -> audio[0] == number)
                  .map(audio -> (int) audio[1])
                  .toList())
          .isSorted()
          .hasSize(100);
    }
  }

  @Test
  void r115_onANetworkThatStandsStillOnlySoundIsLeftOut() throws Exception {
    fixture.options.audioBuffers(audio -> audio.unsent(Duration.ofSeconds(2)));
    fixture.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").freeze());
    VoiceSession session = fixture.connect();
    session.clearAudio();
    fixture.seen().awaitClientEvent("input_audio_buffer.clear", SessionFixture.PATIENCE);
    byte[] second = new byte[48_000];
    for (int i = 0; i < 600 && session.droppedInputAudio() == 0; i++) {
      session.appendAudio(second);
      fixture.sync();
    }
    assertThat(session.droppedInputAudio()).isPositive();
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.events.all(Failure.class))
        .singleElement()
        .satisfies(failure -> assertThat(failure.message()).startsWith("The network is too slow"));
  }

  @Test
  void r118_sessionsShareNothing() throws Exception {
    fixture.settings.brainPerSession(
        () -> new Script().answers(Reply.calling("get_time", "{}")).answers(Reply.saying("Noon.")));
    VoiceSession one = fixture.connect();
    VoiceSession two = fixture.connect();
    one.sendText("Time?");
    two.sendText("Time?");
    fixture.settle(one).settle(two);
    for (int number : new int[] {1, 2}) {
      assertThat(fixture.seen(number).clientEvents("response.create")).hasSize(2);
      assertThat(fixture.seen(number).serverEvents("error")).isEmpty();
    }
    assertThat(one.usage().responses()).isEqualTo(2);
    assertThat(two.history()).hasSize(4);
  }

  @Test
  void r120_everyStepOfACallIsToldInOrderWithItsTime() throws Exception {
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?");
    assertThat(fixture.events.all(ToolEvent.class))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Requested", "Started", "Validated", "Answered", "Acknowledged");
    assertThat(fixture.events.all(ToolEvent.class)).extracting(ToolEvent::atMs).isSorted();
    assertThat(fixture.events.all(ReplyEvent.Started.class).get(1).answers()).hasSize(1);
  }
}
