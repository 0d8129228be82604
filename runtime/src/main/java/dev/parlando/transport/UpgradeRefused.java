package dev.parlando.transport;

/**
 * The answer of a server that refused the WebSocket upgrade.
 *
 * @param status the HTTP status, such as 401
 * @param reason the reason phrase of the status line; may be empty
 * @param body the first 1,000 characters of the body, as far as they came with the head; may be
 *     empty
 */
public record UpgradeRefused(int status, String reason, String body) {}
