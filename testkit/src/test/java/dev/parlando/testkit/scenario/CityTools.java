package dev.parlando.testkit.scenario;

import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.util.List;
import java.util.function.Function;

/** A tool set written by hand: what is answered for a city. */
record CityTools(Function<ToolCall, ToolResult> tool) implements ToolSet {

  static CityTools answering(String output) {
    return new CityTools(call -> ToolResult.json(output));
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
    return context -> tool.apply(call);
  }
}
