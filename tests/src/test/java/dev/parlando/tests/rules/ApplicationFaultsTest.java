package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** K3, K4, R124: whatever an application hands in throws or blocks, nothing but itself is lost. */
class ApplicationFaultsTest {

  private static final SessionOptions SHORT =
      SessionOptions.builder().timeouts(times -> times.connect(Duration.ofMillis(300))).build();

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  @Test
  void k4_aTransportThatThrowsEndsTheAttempt() {
    assertThatThrownBy(
            () ->
                VoiceSession.to(Endpoint.at(URI.create("ws://localhost:1/")).build())
                    .transport(
                        (request, listener) -> {
                          throw new LinkageError("no library");
                        })
                    .connect())
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("could not be dialled")
        .hasMessageContaining("no library");
  }

  @Test
  void k4_aTransportThatBlocksHasTheTimeOfAConnection() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                VoiceSession.to(Endpoint.at(URI.create("ws://localhost:1/")).build())
                    .options(SHORT)
                    .transport(
                        (request, listener) -> {
                          awaitQuietly(never);
                          return JavaWebSocketTransport.ofDefaults().dial(request, listener);
                        })
                    .connect())
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("not ready within 300 ms");
    never.countDown();
  }

  @Test
  void k4_aSupplierThatBlocksHasTheTimeOfAConnection() {
    CountDownLatch never = new CountDownLatch(1);
    Endpoint endpoint =
        Endpoint.at(URI.create("ws://localhost:1/"))
            .bearer(
                () -> {
                  awaitQuietly(never);
                  return "key";
                })
            .build();
    assertThatThrownBy(() -> VoiceSession.to(endpoint).options(SHORT).connect())
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("no credentials came in time");
    never.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void k4_anExecutorThatThrowsAnythingLosesNoInput() throws Exception {
    Executor threads = SessionOptions.DEFAULTS.executor();
    AtomicInteger refused = new AtomicInteger();
    AtomicBoolean broken = new AtomicBoolean();
    fixture.options.executor(
        task -> {
          if (broken.get() && ThreadLocalRandom.current().nextBoolean()) {
            refused.incrementAndGet();
            throw new IllegalStateException("the pool is broken");
          }
          threads.execute(task);
        });
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    broken.set(true);
    session.sendText("Time?");
    fixture.settle(session);
    broken.set(false);
    assertThat(refused).hasPositiveValue();
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("Noon.");
  }

  @Test
  void k3_whatAnOnCancelActionThrowsTakesNoOtherEffectAlong() throws Exception {
    fixture.options.time(fixture.time);
    fixture.agent.errand =
        () -> {
          throw new AssertionError("a bug in onCancel");
        };
    fixture.model(Reply.calling("cancel_badly", "{}")).model(Reply.saying("It takes too long."));
    VoiceSession session = fixture.connect();
    session.sendText("Do it.");
    assertThat(fixture.agent.gate("cancel_badly").get(20, TimeUnit.SECONDS)).isEqualTo("begun");
    fixture.awaitEvent(ReplyEvent.Finished.class);
    fixture.time.advance(Duration.ofSeconds(61));
    fixture.settle(session);
    assertThat(fixture.outputs()).singleElement().asString().contains("timed out after 60 s");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("It takes too long.");
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::message)
        .anySatisfy(message -> assertThat(message).contains("a bug in onCancel"));
  }
}
