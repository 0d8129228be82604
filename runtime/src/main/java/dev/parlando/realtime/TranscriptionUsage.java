package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * What a transcription cost: tokens or a duration, as the model is billed.
 *
 * @param type {@code tokens} or {@code duration}
 * @param seconds the duration, in seconds
 */
public record TranscriptionUsage(
    @Nullable String type,
    @Nullable Double seconds,
    @Nullable Long totalTokens,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable TokenDetails inputDetails,
    Extras extras) {}
