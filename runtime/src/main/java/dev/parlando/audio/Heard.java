package dev.parlando.audio;

/**
 * How far somebody heard an item of which more was to come.
 *
 * @param itemId the item
 * @param contentIndex its content part
 * @param playedMs how much of it was heard, in whole ms rounded down: at least 0, at most what was
 *     handed over of it
 */
public record Heard(String itemId, int contentIndex, int playedMs) {}
