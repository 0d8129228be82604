package dev.parlando.testkit.brain;

/**
 * A piece of user audio that was committed to the conversation.
 *
 * @param itemId the item that holds it
 * @param samples the signal, mono; not copied, so leave it as it is
 * @param sampleRate samples per second, in Hz
 */
@SuppressWarnings("ArrayRecordComponent") // a view on large data, never compared
public record Utterance(String itemId, short[] samples, int sampleRate) {

  /** How long it is, in ms. */
  public long millis() {
    return samples.length * 1000L / sampleRate;
  }
}
