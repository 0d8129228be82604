package dev.parlando.testkit.brain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A remote MCP server whose tools the embedded server calls by itself, where a session is
 * configured with its label. Immutable; every method gives a server with one tool more.
 *
 * <pre>{@code
 * LocalRealtime.builder()
 *     .mcpServer(McpServer.labelled("weather").tool("forecast", arguments -> "Rain."))
 *     .brain(new Script()
 *         .answers(Reply.NOTHING.callMcp("weather", "forecast", "{}"))
 *         .answers(Reply.saying("It will rain.")))
 * }</pre>
 */
public final class McpServer {

  /** What a tool does. */
  @FunctionalInterface
  public interface Tool {

    /**
     * Runs once. May block.
     *
     * @param arguments JSON text
     * @return the output
     * @throws Exception if the call fails; the model gets the message
     */
    String call(String arguments) throws Exception;
  }

  private record Entry(OfferedTool definition, Tool tool) {}

  private final String label;
  private final Map<String, Entry> tools;

  private McpServer(String label, Map<String, Entry> tools) {
    this.label = label;
    this.tools = tools;
  }

  /**
   * A server without tools.
   *
   * @param label its {@code server_label} in the configuration of a session
   */
  public static McpServer labelled(String label) {
    return new McpServer(label, Map.of());
  }

  /** The same server with a tool that takes any arguments. */
  public McpServer tool(String name, Tool tool) {
    return tool(new OfferedTool(name, "", JsonNodeFactory.instance.objectNode()), tool);
  }

  /** The same server with a tool. */
  public McpServer tool(OfferedTool definition, Tool tool) {
    Map<String, Entry> more = new LinkedHashMap<>(tools);
    more.put(definition.name(), new Entry(definition, tool));
    return new McpServer(label, more);
  }

  /** Its {@code server_label}. */
  public String label() {
    return label;
  }

  /** Its tools, in the order they were added. */
  public List<OfferedTool> tools() {
    return tools.values().stream().map(Entry::definition).toList();
  }

  /**
   * Calls a tool.
   *
   * @param arguments JSON text
   * @throws Exception if the tool fails, or there is none of that name
   */
  public String call(String tool, String arguments) throws Exception {
    Entry entry = tools.get(tool);
    if (entry == null) {
      throw new IllegalArgumentException("Unknown tool: " + tool);
    }
    return entry.tool().call(arguments);
  }
}
