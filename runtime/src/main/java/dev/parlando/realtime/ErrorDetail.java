package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as the server says it.
 *
 * @param type the kind of error, for example {@code invalid_request_error}
 * @param code the symbolic name of the error; the beta often leaves it out
 * @param message the text for a developer
 * @param param the parameter that is to blame, for example {@code session.type}
 * @param eventId the id of the client event that is to blame
 */
public record ErrorDetail(
    @Nullable String type,
    @Nullable String code,
    @Nullable String message,
    @Nullable String param,
    @Nullable String eventId,
    Extras extras) {}
