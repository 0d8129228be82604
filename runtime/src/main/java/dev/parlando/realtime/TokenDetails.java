package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * Tokens by kind.
 *
 * @param textTokens of text
 * @param audioTokens of audio
 * @param imageTokens of images; input only
 * @param cachedTokens those of the input that were in the cache
 * @param cachedTextTokens of text, in the cache
 * @param cachedAudioTokens of audio, in the cache
 * @param cachedImageTokens of images, in the cache
 * @param reasoningTokens spent on thinking; output only
 */
public record TokenDetails(
    @Nullable Long textTokens,
    @Nullable Long audioTokens,
    @Nullable Long imageTokens,
    @Nullable Long cachedTokens,
    @Nullable Long cachedTextTokens,
    @Nullable Long cachedAudioTokens,
    @Nullable Long cachedImageTokens,
    @Nullable Long reasoningTokens,
    Extras extras) {}
