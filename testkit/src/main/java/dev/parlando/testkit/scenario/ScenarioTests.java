package dev.parlando.testkit.scenario;

import dev.parlando.tool.ToolSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenarios of files as tests of JUnit Jupiter, which the application must have.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() throws IOException {
 *   return ScenarioTests.of(
 *       Path.of("src/test/scenarios"),
 *       ScenarioRunner.offline(),
 *       () -> List.of(new WeatherAgentTools(new WeatherAgent())));
 * }
 * }</pre>
 */
public final class ScenarioTests {

  private ScenarioTests() {}

  /**
   * A test for each scenario.
   *
   * @param fileOrFolder where they are; see {@link ScenarioFile#read}
   * @param runner plays them
   * @param tools makes the agent's tools, anew for each
   * @throws IOException if a file can't be read
   * @throws IllegalArgumentException if a file has no scenario in it
   */
  public static Stream<DynamicTest> of(
      Path fileOrFolder, ScenarioRunner runner, Supplier<List<ToolSet>> tools) throws IOException {
    List<Scenario> scenarios = ScenarioFile.read(fileOrFolder);
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("There is no scenario in " + fileOrFolder + ".");
    }
    return scenarios.stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(),
                    () -> runner.run(scenario, tools.get().toArray(new ToolSet[0])).verify()));
  }
}
