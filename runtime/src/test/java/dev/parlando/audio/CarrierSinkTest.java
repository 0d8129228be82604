package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R78 and R85: what was heard on the telephone. */
class CarrierSinkTest {

  private final List<String> sent = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private long nowMs = 5_000;

  private final CarrierSink sink =
      new CarrierSink(
          AudioFormat.G711_ULAW,
          new Carrier() {
            @Override
            public void send(byte[] audio) {
              sent.add("media " + audio.length);
            }

            @Override
            public void mark(String name) {
              sent.add("mark");
              marks.add(name);
            }

            @Override
            public void clear() {
              sent.add("clear");
            }
          },
          () -> nowMs);

  private void play(String itemId, int ms) {
    sink.play(new AudioChunk(itemId, 0, new byte[8 * ms]));
  }

  @Test
  void everyPieceIsFollowedByAMark() {
    play("a", 100);
    play("a", 20);
    sink.flush();
    assertThat(sent).containsExactly("media 800", "mark", "media 160", "mark", "clear");
    assertThat(marks).doesNotHaveDuplicates();
  }

  @Test
  void marksThatCameBackAreHeardAndBetweenThemTheClockCounts() {
    play("a", 100);
    play("a", 100);
    nowMs += 500;
    sink.marked(marks.get(0));
    nowMs += 30;
    assertThat(sink.flush()).contains(new Heard("a", 0, 130));
  }

  @Test
  void theClockNeverGoesBeyondTheNextMark() {
    play("a", 100);
    play("a", 100);
    nowMs += 60_000;
    assertThat(sink.flush()).contains(new Heard("a", 0, 99));
  }

  @Test
  void aMarkThatGotLostIsMadeUpForByALaterOne() {
    play("a", 100);
    play("b", 100);
    play("b", 100);
    sink.marked(marks.get(1));
    nowMs += 10;
    assertThat(sink.flush()).contains(new Heard("b", 0, 110));
  }

  @Test
  void whereAllMarksCameBackNothingIsInterrupted() {
    play("a", 100);
    sink.marked(marks.get(0));
    assertThat(sink.flush()).isEmpty();
  }

  @Test
  void marksOfWhatWasDroppedAreIgnored() {
    play("a", 100);
    sink.flush();
    play("b", 100);
    sink.marked(marks.get(0));
    sink.marked("somebody else's");
    nowMs += 40;
    assertThat(sink.flush()).contains(new Heard("b", 0, 40));
  }

  @Test
  void aPauseOfTheModelDoesNotCount() {
    play("a", 100);
    sink.marked(marks.get(0));
    nowMs += 60_000;
    play("a", 100);
    nowMs += 25;
    assertThat(sink.flush()).contains(new Heard("a", 0, 125));
  }
}
