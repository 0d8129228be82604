package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** The server's own playback of an answer. WebRTC and SIP only: a WebSocket client plays itself. */
public sealed interface OutputAudioEvent extends ServerEvent {

  /** The response whose audio it is. */
  @Nullable String responseId();

  /** Playback began. */
  record Started(@Nullable String eventId, @Nullable String responseId, Extras extras)
      implements OutputAudioEvent {}

  /** Playback reached its end. */
  record Stopped(@Nullable String eventId, @Nullable String responseId, Extras extras)
      implements OutputAudioEvent {}

  /** Playback was cut off, by the user's speech or by {@link ClientEvent.OutputAudioClear}. */
  record Cleared(@Nullable String eventId, @Nullable String responseId, Extras extras)
      implements OutputAudioEvent {}
}
