/**
 * The contract between generated code and the session that runs it. Generated classes implement
 * {@link dev.parlando.tool.ToolSet}; tools themselves may use {@link
 * dev.parlando.tool.ToolContext}, {@link dev.parlando.tool.ToolResult} and {@link
 * dev.parlando.tool.ToolException}.
 */
@NullMarked
package dev.parlando.tool;

import org.jspecify.annotations.NullMarked;
