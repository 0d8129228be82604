package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** The session began or changed; each event carries the whole effective configuration. */
public sealed interface SessionEvent extends ServerEvent {

  /** The session as it is now. */
  @Nullable Session session();

  /** The first event of a connection. A sideband connection ({@code call_id}) never gets it. */
  record Created(@Nullable String eventId, @Nullable Session session, Extras extras)
      implements SessionEvent {}

  /** The answer to {@link ClientEvent.SessionUpdate}. */
  record Updated(@Nullable String eventId, @Nullable Session session, Extras extras)
      implements SessionEvent {}

  /**
   * The beta's answer to {@link ClientEvent.TranscriptionSessionUpdate}. The GA dialect has {@link
   * Updated} in its place, with a session of type {@code transcription}.
   */
  record TranscriptionUpdated(@Nullable String eventId, @Nullable Session session, Extras extras)
      implements SessionEvent {}
}
