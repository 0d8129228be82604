package dev.parlando.realtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer of the model, as it grows and ends. */
public sealed interface ResponseEvent extends ServerEvent {

  /** The response that the event belongs to. */
  @Nullable String responseId();

  /** An event of one content part of one item of a response. */
  sealed interface ContentEvent extends ResponseEvent {

    /** The item that grows. */
    @Nullable String itemId();

    /** The item's place in the response, from 0. */
    @Nullable Integer outputIndex();

    /** The part's place in the item, from 0. */
    @Nullable Integer contentIndex();
  }

  /** A response began, asked for by the client or by voice activity detection. */
  record Created(@Nullable String eventId, @Nullable Response response, Extras extras)
      implements ResponseEvent {

    @Override
    public @Nullable String responseId() {
      return response == null ? null : response.id();
    }
  }

  /** A response ended, whatever its status; it carries all of its items. */
  record Done(@Nullable String eventId, @Nullable Response response, Extras extras)
      implements ResponseEvent {

    @Override
    public @Nullable String responseId() {
      return response == null ? null : response.id();
    }
  }

  /** An item of the response began; calls and messages may grow side by side. */
  record OutputItemAdded(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable Integer outputIndex,
      @Nullable Item item,
      Extras extras)
      implements ResponseEvent {}

  /**
   * An item of the response ended, also when it was interrupted: look at its status before you run
   * a call.
   */
  record OutputItemDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable Integer outputIndex,
      @Nullable Item item,
      Extras extras)
      implements ResponseEvent {}

  /** A content part began. */
  record ContentPartAdded(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable ContentPart part,
      Extras extras)
      implements ContentEvent {}

  /** A content part ended. Its {@code part} never carries the audio. */
  record ContentPartDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable ContentPart part,
      Extras extras)
      implements ContentEvent {}

  /** A piece of written text. */
  record TextDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable String delta,
      Extras extras)
      implements ContentEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** The whole of a written text. */
  record TextDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable String text,
      Extras extras)
      implements ContentEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /**
   * A piece of speech.
   *
   * @param audio bytes in the session's output format; empty where the server left them out. The
   *     array is handed over, not copied: don't change it
   */
  @SuppressWarnings("ArrayRecordComponent") // equal by content; a copy would cost
  record AudioDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      byte[] audio,
      Extras extras)
      implements ContentEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AudioDelta that
          && Objects.equals(eventId, that.eventId)
          && Objects.equals(responseId, that.responseId)
          && Objects.equals(itemId, that.itemId)
          && Objects.equals(outputIndex, that.outputIndex)
          && Objects.equals(contentIndex, that.contentIndex)
          && Arrays.equals(audio, that.audio)
          && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
      return Objects.hash(eventId, responseId, itemId, Arrays.hashCode(audio));
    }
  }

  /** The speech of a content part ended. */
  record AudioDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      Extras extras)
      implements ContentEvent {}

  /** A piece of the text of the speech. */
  record AudioTranscriptDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable String delta,
      Extras extras)
      implements ContentEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** The whole text of the speech. */
  record AudioTranscriptDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      @Nullable String transcript,
      Extras extras)
      implements ContentEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** A piece of the arguments of a call; not JSON by itself. */
  record FunctionCallArgumentsDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable String callId,
      @Nullable String delta,
      Extras extras)
      implements ResponseEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /**
   * The whole arguments of a call, also when it was interrupted.
   *
   * @param name the function; some servers leave it out
   * @param arguments JSON text, as the model wrote it
   */
  record FunctionCallArgumentsDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable String callId,
      @Nullable String name,
      @Nullable String arguments,
      Extras extras)
      implements ResponseEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }
}
