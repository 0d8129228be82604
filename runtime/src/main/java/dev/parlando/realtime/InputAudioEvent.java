package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** The input audio buffer, which collects what the user says, changed or heard something. */
public sealed interface InputAudioEvent extends ServerEvent {

  /**
   * The buffer became an item of the conversation.
   *
   * @param previousItemId the item before it; null also for the first
   */
  record Committed(
      @Nullable String eventId,
      @Nullable String previousItemId,
      @Nullable String itemId,
      Extras extras)
      implements InputAudioEvent {}

  /** The buffer is empty: the answer to {@link ClientEvent.AudioClear}. */
  record Cleared(@Nullable String eventId, Extras extras) implements InputAudioEvent {}

  /**
   * The user began to speak.
   *
   * @param audioStartMs where in all the audio of this session, in ms, padding included
   * @param itemId the item that will hold it
   */
  record SpeechStarted(
      @Nullable String eventId,
      @Nullable Integer audioStartMs,
      @Nullable String itemId,
      Extras extras)
      implements InputAudioEvent {}

  /**
   * The user ceased to speak.
   *
   * @param audioEndMs where in all the audio of this session, in ms
   * @param itemId the item that will hold it
   */
  record SpeechStopped(
      @Nullable String eventId,
      @Nullable Integer audioEndMs,
      @Nullable String itemId,
      Extras extras)
      implements InputAudioEvent {}

  /**
   * The user was silent for the idle timeout of the voice activity detection. GA only.
   *
   * @param audioStartMs where the silence begins in the audio of this session, in ms
   * @param audioEndMs where it ends, in ms
   */
  record TimeoutTriggered(
      @Nullable String eventId,
      @Nullable Integer audioStartMs,
      @Nullable Integer audioEndMs,
      @Nullable String itemId,
      Extras extras)
      implements InputAudioEvent {}

  /**
   * A caller pressed a key. GA over SIP only. The protocol gives this event no id.
   *
   * @param key one of {@code 0-9 A-D * #}
   * @param receivedAt when, in seconds since 1970 UTC
   */
  record DtmfReceived(
      @Nullable String eventId, @Nullable String key, @Nullable Long receivedAt, Extras extras)
      implements InputAudioEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }
}
