package dev.parlando.session.event;

/** The user speaks, or is understood. */
public sealed interface SpeechEvent extends VoiceEvent {

  /** The server's id of the conversation item that the speech becomes. */
  String itemId();

  /**
   * The server heard the user begin to speak.
   *
   * @param atMs when, in ms of audio sent since the session began
   */
  record Started(String itemId, long atMs) implements SpeechEvent {}

  /**
   * The server heard the user stop.
   *
   * @param atMs when, in ms of audio sent since the session began
   */
  record Stopped(String itemId, long atMs) implements SpeechEvent {}

  /**
   * A part of what the user said.
   *
   * @param delta the text that came in addition
   */
  record Partial(String itemId, String delta) implements SpeechEvent {

    @Override
    public String toString() {
      return "Partial[" + itemId + ", " + delta.length() + " characters]";
    }
  }

  /**
   * What the user said. It may come after the reply that it caused.
   *
   * @param text the whole transcript; empty where transcription failed
   */
  record Transcript(String itemId, String text) implements SpeechEvent {

    @Override
    public String toString() {
      return "Transcript[" + itemId + ", " + text.length() + " characters]";
    }
  }
}
