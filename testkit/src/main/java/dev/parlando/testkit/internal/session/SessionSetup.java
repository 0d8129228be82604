package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.fault.IdNumbering;
import java.time.Duration;
import java.util.List;

/**
 * What a session is to be like.
 *
 * @param number which session of the server, from 1
 * @param draft how it begins
 * @param announced whether the server begins with {@code session.created}
 * @param mcpServers the remote MCP servers that can be reached
 * @param ids how ids are made
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 * @param limit after what time the server ends the session
 */
public record SessionSetup(
    int number,
    SessionDraft draft,
    boolean announced,
    Brain brain,
    List<McpServer> mcpServers,
    IdNumbering ids,
    double speechRate,
    Duration limit) {}
