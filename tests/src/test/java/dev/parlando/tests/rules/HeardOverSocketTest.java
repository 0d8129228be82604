package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionBudget;
import dev.parlando.testkit.brain.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** R129: what was said is heard to its end before somebody hangs up. */
class HeardOverSocketTest {

  /** Plays until the test says that all was heard. */
  private static final class TestSpeaker implements PlaybackSink {
    private final AtomicLong remaining = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public void play(AudioChunk chunk) {
      remaining.set(20);
    }

    @Override
    public Optional<Heard> flush() {
      remaining.set(0);
      return Optional.empty();
    }

    @Override
    public OptionalLong remainingMs() {
      asked.incrementAndGet();
      return OptionalLong.of(remaining.get());
    }

    @Override
    public void close() {}
  }

  @RegisterExtension final SessionFixture fixture = new SessionFixture();
  private final TestSpeaker speaker = new TestSpeaker();

  private VoiceSession saying(String text) throws Exception {
    fixture.model(Reply.saying(text));
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Hello");
    fixture.settle(session);
    assertThat(speaker.remaining).hasPositiveValue();
    return session;
  }

  /** Waits until the session has asked the speaker so often. */
  private void awaitAsked(int times) throws InterruptedException {
    long end = System.nanoTime() + SessionFixture.PATIENCE.toNanos();
    while (speaker.asked.get() < times && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(speaker.asked.get()).isGreaterThanOrEqualTo(times);
  }

  @Test
  void r129_idleIsNotHeard() throws Exception {
    VoiceSession session = saying("Good-bye.");
    assertThat(session.awaitHeard(Duration.ofMillis(1))).isFalse();
    CompletableFuture<Void> heard = session.heard();
    awaitAsked(3);
    assertThat(heard).isNotDone();
    speaker.remaining.set(0);
    heard.get(20, TimeUnit.SECONDS);
  }

  @Test
  void r129_aSessionIsClosedWhenItsFarewellWasHeard() throws Exception {
    VoiceSession session = saying("Good-bye.");
    CompletableFuture<Void> ended = session.closeWhenHeard(Duration.ofMinutes(1));
    awaitAsked(3);
    assertThat(ended).isNotDone();
    speaker.remaining.set(0);
    ended.get(20, TimeUnit.SECONDS);
    assertThat(fixture.events.all(VoiceEvent.Closed.class))
        .extracting(VoiceEvent.Closed::cause)
        .containsExactly(VoiceEvent.Closed.Cause.APPLICATION);
  }

  @Test
  void r129_aSpeakerThatNeverEndsDoesNotKeepTheSession() throws Exception {
    VoiceSession session = saying("Good-bye.");
    session.closeWhenHeard(Duration.ofMillis(50)).get(20, TimeUnit.SECONDS);
    assertThat(speaker.remaining).hasPositiveValue();
  }

  @Test
  void r129_theFarewellOfABudgetIsHeard() throws Exception {
    fixture.options.budget(SessionBudget.builder().responses(1).farewell("Say good-bye.").build());
    fixture.model(Reply.saying("Hello.")).model(Reply.saying("Good-bye."));
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Hello");
    fixture.awaitEvent(ReplyEvent.Finished.class, 2);
    awaitAsked(3);
    assertThat(session.ended()).isNotDone();
    speaker.remaining.set(0);
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(fixture.events.all(VoiceEvent.Closed.class))
        .extracting(VoiceEvent.Closed::cause)
        .containsExactly(VoiceEvent.Closed.Cause.BUDGET);
  }

  @Test
  void r129_withoutASpeakerTheClockDecides() throws Exception {
    fixture.model(Reply.saying("A word."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.settle(session);
    assertThat(session.awaitHeard(SessionFixture.PATIENCE)).isTrue();
  }
}
