package dev.parlando.testkit.observe;

/**
 * How a connection ended.
 *
 * @param code the WebSocket close code; 1006 if there was no close frame
 * @param reason the text with it; may be empty
 */
public record SessionEnd(int code, String reason) {}
