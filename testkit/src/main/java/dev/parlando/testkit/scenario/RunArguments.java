package dev.parlando.testkit.scenario;

import dev.parlando.transport.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link RunScenarios}.
 *
 * @param defaultAgent for scenarios that name none; empty if not given
 */
record RunArguments(
    List<Path> files, ScenarioRunner runner, String defaultAgent, Optional<Path> report) {

  static final String USAGE =
      """
      Usage: RunScenarios [options] FILE|FOLDER...
        --agent NAME      the agent of scenarios that name none; needed only if there are several
        --endpoint URL    play with the model behind this address; "environment" for the one that
                          PARLANDO_URL, OPENAI_API_KEY or AZURE_OPENAI_ENDPOINT name; offline and in
                          virtual time if not given
        --report FILE     write a JUnit XML report
      """;

  /** Copies the files. */
  RunArguments {
    files = List.copyOf(files);
  }

  static RunArguments parse(String... args) {
    List<Path> files = new ArrayList<>();
    ScenarioRunner runner = ScenarioRunner.offline();
    String agent = "";
    @Nullable Path report = null;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--agent" -> agent = value(args, i++);
        case "--endpoint" -> runner = ScenarioRunner.at(endpoint(value(args, i++)));
        case "--report" -> report = Path.of(value(args, i++));
        default -> {
          if (args[i].startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + args[i] + ".");
          }
          files.add(Path.of(args[i]));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("Name a file or folder with scenarios.");
    }
    return new RunArguments(files, runner, agent, Optional.ofNullable(report));
  }

  private static String value(String[] args, int option) {
    if (option + 1 == args.length) {
      throw new IllegalArgumentException("The option " + args[option] + " needs a value.");
    }
    return args[option + 1];
  }

  private static Endpoint endpoint(String value) {
    return value.equals("environment")
        ? Endpoint.fromEnvironment()
        : Endpoint.at(URI.create(value)).build();
  }

  AgentProvider agentOf(Scenario scenario) {
    return AgentProvider.find(scenario.agent().isEmpty() ? defaultAgent : scenario.agent());
  }
}
