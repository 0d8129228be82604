package dev.parlando.testkit.scenario;

import dev.parlando.testkit.WeatherTools;
import dev.parlando.tool.ToolSet;
import java.util.List;

/** Found by the service loader. */
public final class CityAgent implements AgentProvider {

  @Override
  public String name() {
    return "city";
  }

  @Override
  public List<ToolSet> tools() {
    return List.of(WeatherTools.answering("{\"temperature\":22}"));
  }
}
