package dev.parlando.audio;

/**
 * A piece of the model's speech.
 *
 * @param itemId the item that it is of
 * @param contentIndex the item's content part that it is of
 * @param audio bytes in the session's output format; neither copied nor to be changed. A chunk may
 *     end within a sample, which the item's next one continues
 */
@SuppressWarnings("ArrayRecordComponent") // Audio is handed on, never copied or compared.
public record AudioChunk(String itemId, int contentIndex, byte[] audio) {}
