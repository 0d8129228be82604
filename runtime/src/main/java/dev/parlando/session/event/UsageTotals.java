package dev.parlando.session.event;

/**
 * What a session used so far, in tokens unless said otherwise. Each response counts once.
 *
 * @param responses how many responses were counted
 * @param inputText of text that the model took in
 * @param inputAudio of audio that the model took in
 * @param inputImage of images that the model took in
 * @param cachedInput those of the input that were in the server's cache
 * @param outputText of text that the model made
 * @param outputAudio of audio that the model made
 * @param total all that the server counted for responses
 * @param transcription all that the server counted for transcribing the user
 * @param transcribedSeconds how long the audio was that was transcribed by the second
 */
public record UsageTotals(
    long responses,
    long inputText,
    long inputAudio,
    long inputImage,
    long cachedInput,
    long outputText,
    long outputAudio,
    long total,
    long transcription,
    double transcribedSeconds) {

  /** Nothing used. */
  public static final UsageTotals NONE = new UsageTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
