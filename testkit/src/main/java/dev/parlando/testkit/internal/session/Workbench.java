package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Brain;

/**
 * What the parts of a session share.
 *
 * @param sessionId the id that the client knows
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 */
record Workbench(
    String sessionId,
    Shape shape,
    SessionConfig config,
    Conversation conversation,
    Ids ids,
    ServerLink link,
    Brain brain,
    double speechRate) {}
