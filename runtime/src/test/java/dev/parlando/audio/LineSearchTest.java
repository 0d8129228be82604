package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parlando.audio.LineSearch.LineRefusedException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Port;
import org.junit.jupiter.api.Test;

class LineSearchTest {

  private static int refuseAllBut(int accepted, int rateHz, List<Integer> tried)
      throws LineRefusedException {
    tried.add(rateHz);
    if (rateHz != accepted) {
      throw new LineRefusedException("not " + rateHz);
    }
    return rateHz;
  }

  @Test
  void theWantedRateComesFirstThenThoseThatNearlyAllDevicesHave() {
    List<Integer> tried = new ArrayList<>();
    int rateHz = LineSearch.first("speaker", 24_000, rate -> refuseAllBut(44_100, rate, tried));
    assertThat(rateHz).isEqualTo(44_100);
    assertThat(tried).containsExactly(24_000, 48_000, 44_100);
    tried.clear();
    LineSearch.first("speaker", 24_000, rate -> refuseAllBut(24_000, rate, tried));
    assertThat(tried).containsExactly(24_000);
  }

  @Test
  void whereNoneOpensTheErrorSaysWhatWasTriedAndWhatToDo() {
    assertThatThrownBy(
            () ->
                LineSearch.first(
                    "microphone", 24_000, rate -> refuseAllBut(0, rate, new ArrayList<>())))
        .isInstanceOf(NoAudioLineException.class)
        .hasMessage(
            "No microphone could be opened. Tried 16-bit mono at 24000 Hz (not 24000), 48000 Hz"
                + " (not 48000), 44100 Hz (not 44100). Connect one and let this process use it, or"
                + " do without: send and play audio by other means.");
  }

  @Test
  void aMachineWithoutADeviceGetsThatError() {
    assumeFalse(
        AudioSystem.getMixerInfo().length > 0 || AudioSystem.isLineSupported(Port.Info.MICROPHONE),
        "this machine has audio devices");
    assertThatThrownBy(() -> Microphone.open(chunk -> {}))
        .isInstanceOf(NoAudioLineException.class)
        .hasMessageStartingWith(
            "No microphone could be opened. Tried 16-bit mono at 24000 Hz (no device offers it),");
    assertThatThrownBy(Speaker::open)
        .isInstanceOf(NoAudioLineException.class)
        .hasMessageStartingWith("No speaker could be opened. Tried 16-bit mono at 24000 Hz (");
  }
}
