package dev.parlando.audio;

/**
 * The playing side of a telephone carrier's media stream: it queues audio, gives marks back when
 * what was sent before them has been heard, and can drop its queue. Media streams over WebSockets
 * have a message for each. No method may block.
 */
public interface Carrier {

  /**
   * Plays after all that was sent before.
   *
   * @param audio samples in the session's output format, as carriers take G.711; not to be changed
   */
  void send(byte[] audio);

  /** Sets a mark behind what was sent so far. When it is reached, {@link CarrierSink#marked}. */
  void mark(String name);

  /** Drops what was not played yet. Marks among it may be given back at once. */
  void clear();
}
