package dev.parlando.testkit.rules;

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

  @RegisterExtension final Rig rig = new Rig();

  @Test
  void r108_theLimitsOfTheAccountAreKnown() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Hello");
    rig.seen().awaitServerEvent("rate_limits.updated");
    rig.model(Reply.saying("Yes.")).ask(session, "Still there?");
    assertThat(session.rateLimits()).extracting(limit -> limit.name()).contains("tokens");
  }

  @Test
  void r110_usageIsWhatTheServerCountedAndEachResponseCountsOnce() throws Exception {
    rig.settings.fault(Fault.onServerEvent("response.done").duplicate());
    rig.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Time?");
    long counted =
        rig.seen().serverEvents("response.done").stream()
            .distinct()
            .mapToLong(done -> done.at("/response/usage/total_tokens").asLong())
            .sum();
    assertThat(session.usage().total()).isEqualTo(counted).isPositive();
    assertThat(session.usage().responses()).isEqualTo(2);
  }

  @Test
  void r111_aSessionThatUsedItsRepliesSaysFarewellAndEnds() throws Exception {
    rig.options.budget(SessionBudget.builder().responses(1).farewell("Say good-bye.").build());
    rig.model(Reply.saying("Hello.")).model(Reply.saying("Good-bye."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("Hello.", "Good-bye.");
    assertThat(rig.heard.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.BUDGET);
    assertThat(rig.seen().awaitEnd(Rig.PATIENCE).code()).isEqualTo(1000);
  }

  @Test
  void r113_theModelSeesASecretAndListenersDoNot() throws Exception {
    rig.model(Reply.calling("balance", "{\"account\":\"DE07\"}")).model(Reply.saying("It is."));
    rig.ask(rig.connect(), "Balance?");
    assertThat(rig.outputs()).containsExactly("4711 of DE07");
    assertThat(rig.heard.all(ToolEvent.class))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.call().arguments()).doesNotContain("DE07"));
    assertThat(rig.heard.all(ToolEvent.Answered.class).get(0).output()).isEqualTo("***");
    assertThat(rig.heard.all(ToolEvent.Answered.class).get(0).toString()).doesNotContain("4711");
  }

  @Test
  void r114_aListenerThatIsTooSlowLosesSoundAndNothingElse() throws Exception {
    rig.options.audioBuffers(audio -> audio.listenerBytes(10_000));
    CountDownLatch gate = new CountDownLatch(1);
    rig.model(Reply.saying("This is a rather long answer, to make much sound of it."));
    VoiceSession session = rig.connect();
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
    rig.seen().awaitServerEvent("response.done");
    rig.sync();
    gate.countDown();
    rig.settle(session);
    assertThat(session.droppedAudioEvents()).isPositive();
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.heard.all(ReplyEvent.Finished.class)).hasSize(1);
  }

  @Test
  void r115_framesLeaveInTheOrderOfTheCallsWhoeverMakesThem() throws Exception {
    VoiceSession session = rig.connect();
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
        rig.seen().awaitClientEvents(Rig.type("input_audio_buffer.append"), 400, Rig.PATIENCE);
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
    rig.options.audioBuffers(audio -> audio.unsentBytes(100_000));
    rig.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").freeze());
    VoiceSession session = rig.connect();
    session.clearAudio();
    rig.seen().awaitClientEvent("input_audio_buffer.clear", Rig.PATIENCE);
    byte[] second = new byte[48_000];
    for (int i = 0; i < 600 && session.droppedInputAudio() == 0; i++) {
      session.appendAudio(second);
      rig.sync();
    }
    assertThat(session.droppedInputAudio()).isPositive();
    rig.awaitHeard(Failure.class);
    assertThat(rig.heard.all(Failure.class))
        .singleElement()
        .satisfies(failure -> assertThat(failure.message()).startsWith("The network is too slow"));
  }

  @Test
  void r118_sessionsShareNothing() throws Exception {
    rig.settings.brainPerSession(
        () -> new Script().answers(Reply.calling("get_time", "{}")).answers(Reply.saying("Noon.")));
    VoiceSession one = rig.connect();
    VoiceSession two = rig.connect();
    one.sendText("Time?");
    two.sendText("Time?");
    rig.settle(one).settle(two);
    for (int number : new int[] {1, 2}) {
      assertThat(rig.seen(number).clientEvents("response.create")).hasSize(2);
      assertThat(rig.seen(number).serverEvents("error")).isEmpty();
    }
    assertThat(one.usage().responses()).isEqualTo(2);
    assertThat(two.history()).hasSize(4);
  }

  @Test
  void r120_everyStepOfACallIsToldInOrderWithItsTime() throws Exception {
    rig.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Time?");
    assertThat(rig.heard.all(ToolEvent.class))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Requested", "Started", "Validated", "Answered", "Acknowledged");
    assertThat(rig.heard.all(ToolEvent.class)).extracting(ToolEvent::atMs).isSorted();
    assertThat(rig.heard.all(ReplyEvent.Started.class).get(1).answers()).hasSize(1);
  }
}
