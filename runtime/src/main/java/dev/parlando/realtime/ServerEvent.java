package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** Something that a server sends. */
public sealed interface ServerEvent
    permits SessionEvent,
        ConversationEvent,
        TranscriptionEvent,
        InputAudioEvent,
        OutputAudioEvent,
        ResponseEvent,
        McpEvent,
        RateLimitsUpdated,
        ErrorEvent,
        UnknownEvent {

  /** The event's name in the GA dialect, whichever dialect it was read from. */
  default String type() {
    return ServerEventMappings.EVENTS.nameOf(this, Dialect.GA);
  }

  /** The server's id of this event. */
  @Nullable String eventId();

  /** What the event carried beyond its known fields. */
  Extras extras();
}
