package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** Something went wrong, most often with a client event. The session normally stays open. */
public record ErrorEvent(@Nullable String eventId, @Nullable ErrorDetail error, Extras extras)
    implements ServerEvent {}
