package dev.parlando.testkit;

import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.util.List;

/** A tool set written by hand, whose one tool does what a test wants. */
public record WeatherTools(ToolInvocation tool) implements ToolSet {

  public static final String ANSWER =
      "{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"}";

  /** Answers every call with the same JSON. */
  public static WeatherTools answering(String output) {
    return new WeatherTools(context -> ToolResult.json(output));
  }

  @Override
  public AgentProfile agent() {
    return new AgentProfile("You are a weather concierge.", "marin", "");
  }

  @Override
  public List<ToolDefinition> definitions() {
    return List.of(
        ToolDefinition.of(
            "get_temperature",
            "Gets the current temperature of a city.",
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"The"
                + " city\"}},\"required\":[\"city\"],\"additionalProperties\":false}"));
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
    return tool;
  }
}
