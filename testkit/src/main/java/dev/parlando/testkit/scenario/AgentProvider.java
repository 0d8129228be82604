package dev.parlando.testkit.scenario;

import dev.parlando.tool.ToolSet;
import java.util.List;

/**
 * Makes an agent for {@link RunScenarios}. An application names its implementations in {@code
 * META-INF/services/dev.parlando.testkit.scenario.AgentProvider}, or as {@code provides} of its
 * module.
 *
 * <pre>{@code
 * public final class Concierge implements AgentProvider {
 *   public String name() { return "concierge"; }
 *   public List<ToolSet> tools() { return List.of(new WeatherAgentTools(new WeatherAgent())); }
 * }
 * }</pre>
 */
public interface AgentProvider {

  /** What scenarios call the agent. */
  String name();

  /** The agent's tools, made anew for each scenario. */
  List<ToolSet> tools();
}
