package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Brain;

/**
 * What the parts of a session share.
 *
 * @param sessionId the id that the client sees
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 */
record SessionContext(
    String sessionId,
    DialectForm shape,
    EffectiveConfig config,
    ConversationItems conversation,
    Ids ids,
    ServerLink link,
    McpTools mcp,
    Brain brain,
    double speechRate) {}
