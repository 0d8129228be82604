package dev.parlando.audio;

/** A device that records 16-bit mono PCM: the seam between recording and the sound system. */
interface InputLine {

  /** The rate at which it records, in Hz. */
  int rateHz();

  /**
   * Waits until the array is full.
   *
   * @return how many bytes there are; fewer if the line ends or is closed meanwhile
   */
  int read(byte[] pcm);

  /** Ends a read that waits. */
  void close();
}
