package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * The text of what the user said. It arrives asynchronously, often in the midst of the answer:
 * match it by {@link #itemId()}, never by order.
 */
public sealed interface TranscriptionEvent extends ServerEvent {

  /** The user's item. */
  @Nullable String itemId();

  /** The content part of the item that holds the audio. */
  @Nullable Integer contentIndex();

  /** A piece of the transcript. Its log probabilities, if asked for, are among the extras. */
  record Delta(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String delta,
      Extras extras)
      implements TranscriptionEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** The whole transcript. Log probabilities and languages, if asked for, are among the extras. */
  record Completed(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String transcript,
      @Nullable TranscriptionUsage usage,
      Extras extras)
      implements TranscriptionEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /**
   * The transcript so far, which the next may correct. Not of OpenAI: xAI tells it while the user
   * speaks.
   */
  record Updated(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String transcript,
      Extras extras)
      implements TranscriptionEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** There will be no transcript. The answer to what the user said comes all the same. */
  record Failed(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable ErrorDetail error,
      Extras extras)
      implements TranscriptionEvent {}

  /**
   * What one speaker said, of a model that tells speakers apart. GA only.
   *
   * @param id the segment's id
   * @param start where it begins in the audio, in seconds
   * @param end where it ends in the audio, in seconds
   */
  record Segment(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable String id,
      @Nullable String speaker,
      @Nullable String text,
      @Nullable Double start,
      @Nullable Double end,
      Extras extras)
      implements TranscriptionEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }
}
