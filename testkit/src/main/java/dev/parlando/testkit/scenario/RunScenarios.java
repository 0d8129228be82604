package dev.parlando.testkit.scenario;

import dev.parlando.tool.ToolSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays the scenarios of files from the command line, with the agents that {@link AgentProvider}s
 * make. {@code --help} lists the options.
 */
public final class RunScenarios {

  private RunScenarios() {}

  /** Ends with exit code 0 if all went well, 1 if a scenario failed, 2 if it was called wrongly. */
  public static void main(String... args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    if (List.of(args).contains("--help")) {
      out.print(RunArguments.USAGE);
      return 0;
    }
    try {
      return run(out, RunArguments.parse(args));
    } catch (IllegalArgumentException | IllegalStateException e) {
      err.println("error> " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("error> Can't read or write " + e.getMessage());
      return 2;
    }
  }

  private static int run(PrintStream out, RunArguments arguments) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : arguments.files()) {
      scenarios.addAll(ScenarioFile.read(file));
    }
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("There is no scenario in " + arguments.files() + ".");
    }
    // Before the first is played: a mistake is reported at once.
    List<AgentProvider> agents = scenarios.stream().map(arguments::agentOf).toList();
    List<ScenarioResult> results = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      ScenarioResult result =
          arguments.runner().run(scenarios.get(i), agents.get(i).tools().toArray(new ToolSet[0]));
      results.add(result);
      print(out, result);
    }
    Optional<Path> report = arguments.report();
    if (report.isPresent()) {
      JUnitReport.write(report.get(), results);
    }
    long failed = results.stream().filter(result -> !result.passed()).count();
    out.println(results.size() + " scenarios, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private static void print(PrintStream out, ScenarioResult result) {
    out.println((result.passed() ? "ok     " : "FAILED ") + result.scenario());
    result.report().lines().map(line -> "       " + line).forEach(out::println);
  }
}
