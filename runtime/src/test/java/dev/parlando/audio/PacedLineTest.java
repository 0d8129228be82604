package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.time.SessionTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Lines that can do less than they should: they leave silence out, or tell nothing. */
class PacedLineTest {

  /** A clock that tests move. */
  private static final class TestTime implements SessionTime {

    private record Action(long atMs, Runnable action) {}

    private final PriorityQueue<Action> actions =
        new PriorityQueue<>(Comparator.comparingLong(Action::atMs));
    private long nowMs;

    @Override
    public long nowMs() {
      return nowMs;
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public Runnable after(long delayMs, Runnable action) {
      Action later = new Action(nowMs + delayMs, action);
      actions.add(later);
      return () -> actions.remove(later);
    }

    private void pass(long ms) {
      long end = nowMs + ms;
      while (!actions.isEmpty() && actions.element().atMs() <= end) {
        Action next = actions.remove();
        nowMs = next.atMs();
        next.action().run();
      }
      nowMs = end;
    }
  }

  private final TestTime time = new TestTime();
  private final List<byte[]> line = new ArrayList<>();

  private int sentMs() {
    return line.stream().mapToInt(piece -> piece.length / 8).sum();
  }

  private static byte[] voice(int ms) {
    return new byte[ms * 8];
  }

  @Test
  void aCarrierThatStopsSendingIsFollowedBySilenceAtTheSpeedOfSpeech() {
    SilencePadding padding = new SilencePadding(AudioFormat.G711_ULAW, time, line::add);
    time.pass(5_000);
    assertThat(line).isEmpty();
    for (int i = 0; i < 50; i++) {
      padding.append(voice(20));
      time.pass(20);
    }
    assertThat(line).hasSize(50);
    time.pass(110);
    assertThat(line).hasSize(50);
    time.pass(1_000);
    assertThat(sentMs()).isBetween(2_080, 2_110);
    assertThat(line.subList(50, line.size()))
        .allSatisfy(silence -> assertThat(silence).containsOnly((byte) 0xFF));
  }

  @Test
  void silenceEndsWithTheNextAudioAndComesBackAfterIt() {
    SilencePadding padding = new SilencePadding(AudioFormat.G711_ULAW, time, line::add);
    padding.append(voice(20));
    time.pass(500);
    line.clear();
    padding.append(voice(20));
    time.pass(100);
    assertThat(line).hasSize(1);
    time.pass(100);
    assertThat(line.size()).isGreaterThan(1);
    padding.close();
    line.clear();
    time.pass(10_000);
    padding.append(voice(20));
    assertThat(line).isEmpty();
  }

  @Test
  void aCarrierWhoseFramesComeLateGetsNoSilenceBetweenThem() {
    SilencePadding padding = new SilencePadding(AudioFormat.G711_ULAW, time, line::add);
    for (int i = 0; i < 20; i++) {
      padding.append(voice(100));
      time.pass(i % 2 == 0 ? 160 : 40);
    }
    assertThat(line).hasSize(20);
  }

  @Test
  void audioForALineWithoutMarksLeavesAtTheSpeedOfSpeech() {
    PacedSink sink = new PacedSink(AudioFormat.G711_ULAW, time, line::add);
    sink.play(new AudioChunk("item_1", 0, voice(1_000)));
    assertThat(sentMs()).isEqualTo(200);
    assertThat(line.get(0)).hasSize(160);
    time.pass(300);
    assertThat(sentMs()).isEqualTo(500);
    assertThat(sink.remainingMs()).hasValue(700);
    assertThat(sink.flush()).contains(new Heard("item_1", 0, 300));
    time.pass(2_000);
    assertThat(sentMs()).isEqualTo(500);
    sink.play(new AudioChunk("item_2", 0, voice(25)));
    assertThat(sentMs()).isEqualTo(525);
    time.pass(25);
    assertThat(sink.flush()).isEmpty();
  }
}
