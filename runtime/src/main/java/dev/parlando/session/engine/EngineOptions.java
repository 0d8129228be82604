package dev.parlando.session.engine;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.SessionConfig;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Times are in ms.
 *
 * @param session what is configured, without the tools
 * @param dialect the dialect to speak; null: the server's first event decides
 * @param greeted whether the server sends {@code session.created}; a side channel's does not
 * @param connectMs until when the session must be ready
 * @param replyMs until when a requested reply must have begun
 * @param stallMs how long a reply may give no sign of life
 * @param speechMs how long the user may speak without end, for holding replies back
 * @param vadReplyMs how long a server may take to reply by itself after the user stopped speaking
 * @param toolMs how long a tool may take that has no limit of its own; 0: no limit
 * @param closeMs how long the server may take to answer a close
 * @param concurrentTools how many tools may run at once
 * @param queuedTools how many calls may wait for that
 * @param outputChars the longest output in characters; the rest is cut off
 * @param toolRounds how many replies in a row may call tools before the model must speak
 * @param invalidCalls how often in a turn the model may correct its arguments for one tool
 */
public record EngineOptions(
    SessionConfig session,
    @Nullable Dialect dialect,
    boolean greeted,
    long connectMs,
    long replyMs,
    long stallMs,
    long speechMs,
    long vadReplyMs,
    long toolMs,
    long closeMs,
    int concurrentTools,
    int queuedTools,
    int outputChars,
    int toolRounds,
    int invalidCalls) {}
