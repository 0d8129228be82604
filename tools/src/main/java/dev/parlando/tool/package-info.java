/**
 * The contract between generated code and whoever runs it. Generated classes implement {@link
 * dev.parlando.tool.ToolSet}; tools themselves may use {@link dev.parlando.tool.ToolContext},
 * {@link dev.parlando.tool.ToolResult} and {@link dev.parlando.tool.ToolException}; sessions and
 * other hosts of tools run them by {@link dev.parlando.tool.ToolRunner}.
 */
@NullMarked
package dev.parlando.tool;

import org.jspecify.annotations.NullMarked;
