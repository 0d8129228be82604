package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the contenders of a row that live in one module. JMH gives each a JVM of its own; of its
 * iterations the best counts, in CPU time.
 */
final class JmhRun {

  private static final List<String> JVM = List.of("-Djmh.ignoreLock=true");
  private static final String FORK = "-Xms512m -Xmx512m -XX:+AlwaysPreTouch";

  private JmhRun() {}

  static List<Sample> run(Module module, String row, int round)
      throws IOException, InterruptedException {
    Path results = Files.createTempFile("parlando-benchmark", ".json");
    Jvm.run(
        module.classPath(),
        JVM,
        "org.openjdk.jmh.Main",
        ("\\Q" + module.className(row) + ".\\E.*"),
        "-f",
        "1",
        "-wi",
        "8",
        "-w",
        "500ms",
        "-i",
        "10",
        "-r",
        "200ms",
        "-foe",
        "true",
        "-prof",
        "gc",
        "-prof",
        "dev.parlando.examples.benchmarks.work.CpuTime",
        "-jvmArgsAppend",
        FORK,
        "-rf",
        "json",
        "-rff",
        results.toString());
    List<Sample> samples = new ArrayList<>();
    for (JsonNode result : JsonMapper.shared().readTree(Files.readString(results))) {
      add(samples, row, round, result);
    }
    Files.delete(results);
    return samples;
  }

  private static void add(List<Sample> samples, String row, int round, JsonNode result) {
    String name = result.get("benchmark").stringValue();
    String contender = name.substring(name.lastIndexOf('.') + 1);
    JsonNode params = result.path("params");
    String size = params.isEmpty() ? "" : params.iterator().next().stringValue();
    JsonNode metrics = result.get("secondaryMetrics");
    samples.add(
        new Sample(row, contender, size, "ns", round, least(metrics.get("cpu").get("rawData"))));
    samples.add(
        new Sample(
            row,
            contender,
            size,
            "B",
            round,
            metrics.get("gc.alloc.rate.norm").get("score").doubleValue()));
  }

  private static double least(JsonNode forks) {
    double least = Double.MAX_VALUE;
    for (JsonNode iterations : forks) {
      for (JsonNode value : iterations) {
        least = Math.min(least, value.doubleValue());
      }
    }
    return least;
  }
}
