package dev.parlando.audio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds a rate that a device takes: the wanted one first, then those that nearly all take. */
final class LineSearch {

  private static final List<Integer> COMMON_RATES_HZ = List.of(48_000, 44_100);

  private LineSearch() {}

  /** Opens a line at a rate. */
  @FunctionalInterface
  interface Opener<L> {
    L open(int rateHz) throws LineRefusedException;
  }

  /**
   * To be called before anything of {@link JavaSound}.
   *
   * @throws NoAudioLineException if the JVM runs without the sound system
   */
  static void requireSoundSystem() {
    if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
      throw new NoAudioLineException(
          "Speaker and Microphone need the module java.desktop, which this JVM runs without. Add"
              + " \"requires java.desktop;\" to module-info.java, or start with --add-modules"
              + " java.desktop, or take a Java runtime that has it.");
    }
  }

  /**
   * The first line that opens.
   *
   * @param device what it is, for the error
   * @throws NoAudioLineException if none does
   */
  static <L> L first(String device, int wantedHz, Opener<L> opener) {
    Set<Integer> rates = new LinkedHashSet<>();
    rates.add(wantedHz);
    rates.addAll(COMMON_RATES_HZ);
    List<String> refusals = new ArrayList<>();
    for (int rateHz : rates) {
      try {
        return opener.open(rateHz);
      } catch (LineRefusedException e) {
        refusals.add(rateHz + " Hz (" + e.getMessage() + ")");
      }
    }
    throw new NoAudioLineException(
        "No "
            + device
            + " could be opened. Tried 16-bit mono at "
            + String.join(", ", refusals)
            + ". Connect one and let this process use it, or do without: send and play audio by"
            + " other means.");
  }

  /** A line that does not open. */
  static final class LineRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    LineRefusedException(String reason) {
      super(reason);
    }
  }
}
