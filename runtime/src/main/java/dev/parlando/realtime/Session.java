package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * A session as a server reports it. On the wire its own facts and its configuration stand side by
 * side in one object.
 *
 * @param id the session's id
 * @param object {@code realtime.session} or {@code realtime.transcription_session}
 * @param expiresAt when the server will end it, in seconds since 1970 UTC
 * @param dialect the dialect whose field names the object used: GA by {@code type} or {@code
 *     audio}, beta by {@code modalities}; null if it had none of them. It is not written
 * @param config the effective configuration. Its own extras are empty: what the object carried
 *     beyond known fields is among the session's. The settings in it keep theirs
 */
public record Session(
    @Nullable String id,
    @Nullable String object,
    @Nullable Long expiresAt,
    @Nullable Dialect dialect,
    SessionConfig config,
    Extras extras) {}
