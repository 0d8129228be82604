package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * One of the account's limits.
 *
 * @param name {@code requests} or {@code tokens}
 * @param limit the most that is allowed
 * @param remaining what is left of it
 * @param resetSeconds when it is whole again, in seconds from now
 */
public record RateLimit(
    @Nullable String name,
    @Nullable Long limit,
    @Nullable Long remaining,
    @Nullable Double resetSeconds,
    Extras extras) {}
