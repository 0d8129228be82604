package dev.parlando.testkit.scenario;

import dev.parlando.tool.ToolSet;
import java.util.List;
import java.util.ServiceLoader;

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

  /**
   * Finds an agent on the class or module path.
   *
   * @param name what it is called; empty for the only one
   * @throws IllegalArgumentException if there is none, or none of this name, or a choice
   */
  static AgentProvider find(String name) {
    List<AgentProvider> providers =
        ServiceLoader.load(AgentProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    if (providers.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no agent on the class path: name an AgentProvider in META-INF/services/"
              + AgentProvider.class.getName()
              + ".");
    }
    if (name.isEmpty() && providers.size() == 1) {
      return providers.get(0);
    }
    List<String> names = providers.stream().map(AgentProvider::name).sorted().toList();
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name.isEmpty()
                        ? "Say with --agent which of the agents " + names + " it is."
                        : "There is no agent " + name + "; there are " + names + "."));
  }
}
