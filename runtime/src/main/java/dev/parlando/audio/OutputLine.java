package dev.parlando.audio;

/** A device that plays 16-bit mono PCM: the seam between playback and the sound system. */
interface OutputLine {

  /** The rate at which it plays, in Hz. */
  int rateHz();

  /** How many bytes it takes without waiting; 0 when it has been closed. */
  int room();

  /**
   * Takes audio.
   *
   * @param length no more than there is room for, whole samples
   * @return how many bytes it took
   */
  int write(byte[] pcm, int offset, int length);

  /** How many frames have been played. Where it counts from is the device's choice. */
  long position();

  /** Falls silent where it is. */
  void halt();

  /** Forgets what it took and did not play, and plays again what comes. */
  void restart();

  void close();
}
