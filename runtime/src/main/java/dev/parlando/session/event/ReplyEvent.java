package dev.parlando.session.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The model replies. */
public sealed interface ReplyEvent extends VoiceEvent {

  /** The server's id of the response; empty where it gave none. */
  String responseId();

  /**
   * A reply began.
   *
   * @param answers the ids of the calls whose outputs it answers; empty where it answers the user
   */
  record Started(String responseId, List<String> answers) implements ReplyEvent {}

  /**
   * A part of the text of a reply: of its transcript, where it is spoken.
   *
   * @param itemId the server's id of the conversation item
   * @param delta the text that came in addition
   */
  record Partial(String responseId, String itemId, String delta) implements ReplyEvent {

    @Override
    public String toString() {
      return "Partial[" + itemId + ", " + delta.length() + " characters]";
    }
  }

  /**
   * The text of a reply: its transcript, where it is spoken.
   *
   * @param itemId the server's id of the conversation item
   * @param text all of them
   */
  record Transcript(String responseId, String itemId, String text) implements ReplyEvent {

    @Override
    public String toString() {
      return "Transcript[" + itemId + ", " + text.length() + " characters]";
    }
  }

  /**
   * A part of the audio of a reply.
   *
   * @param itemId the server's id of the conversation item
   * @param contentIndex the place of the content part in the item
   * @param audio samples in the session's output format; not to be changed
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Audio is handed on, never copied; equals is by content.
  record Audio(String responseId, String itemId, int contentIndex, byte[] audio)
      implements ReplyEvent {

    @Override
    public boolean equals(Object other) {
      return other instanceof Audio that
          && responseId.equals(that.responseId)
          && itemId.equals(that.itemId)
          && contentIndex == that.contentIndex
          && Arrays.equals(audio, that.audio);
    }

    @Override
    public int hashCode() {
      return itemId.hashCode() * 31 + Arrays.hashCode(audio);
    }

    @Override
    public String toString() {
      return "Audio[" + itemId + ", " + audio.length + " bytes]";
    }
  }

  /**
   * A reply ended.
   *
   * @param status how it ended
   * @param reason why it did not complete; empty where it did
   */
  record Finished(String responseId, Status status, String reason) implements ReplyEvent {}

  /** How a reply ended. */
  enum Status {
    /** The model said all of it. */
    COMPLETED,
    /** It was interrupted. */
    CANCELLED,
    /** It was cut off, by a limit of its length or by a filter. */
    INCOMPLETE,
    /** The server could not make it. */
    FAILED,
    /** The server did not say how it ended, or its end got lost. */
    UNKNOWN;

    /** The protocol's name, as {@code completed}; empty for {@link #UNKNOWN}. */
    public String wireName() {
      return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
    }
  }
}
