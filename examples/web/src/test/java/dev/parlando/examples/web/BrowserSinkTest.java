package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was heard is what the page reported, of the queue that plays now. */
class BrowserSinkTest {

  private final List<String> sent = new ArrayList<>();

  private final BrowserSink sink =
      new BrowserSink(
          new BrowserSink.Page() {
            @Override
            public void play(int generation, String itemId, int contentIndex, byte[] pcm) {
              sent.add("play %d %s %d".formatted(generation, itemId, pcm.length));
            }

            @Override
            public void flush(int generation) {
              sent.add("flush " + generation);
            }
          },
          3);

  private void play(String item, int bytes) {
    sink.play(new AudioChunk(item, 0, new byte[bytes]));
  }

  @Test
  void theItemInTheSpeakerIsCutWhereThePageSaysItIs() {
    play("a", 48_000);
    play("b", 48_000);
    sink.played(3, 24_000 + 6_000);

    assertThat(sink.flush()).contains(new Heard("b", 0, 250));
    assertThat(sent).endsWith("flush 4");
  }

  @Test
  void aReportOfAnOlderQueueCountsForNothing() {
    play("a", 48_000);
    sink.flush();
    play("b", 48_000);
    sink.played(3, 12_000);

    assertThat(sink.flush()).contains(new Heard("b", 0, 0));
  }

  @Test
  void whatWasHeardToItsEndIsNotCut() {
    play("a", 4_800);
    sink.played(3, 1_000_000);

    assertThat(sink.flush()).isEmpty();
  }

  @Test
  void aReportNeverGoesBack() {
    play("a", 48_000);
    sink.played(3, 12_000);
    sink.played(3, 6_000);

    assertThat(sink.flush()).contains(new Heard("a", 0, 500));
  }

  @Test
  void aSampleThatComesInTwoHalvesIsSentWhole() {
    play("a", 5);
    play("a", 3);
    play("b", 2);

    assertThat(sent).containsExactly("play 3 a 4", "play 3 a 4", "play 3 b 2");
  }
}
