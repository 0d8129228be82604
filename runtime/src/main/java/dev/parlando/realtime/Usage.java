package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** The tokens that a response took. */
public record Usage(
    @Nullable Long totalTokens,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable TokenDetails inputDetails,
    @Nullable TokenDetails outputDetails,
    Extras extras) {}
