package dev.parlando.testkit.scenario;

import dev.parlando.testkit.internal.file.JsonFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Scenarios in files: YAML, or JSON of the same form. A YAML file may have several documents, a
 * JSON file an array of scenarios.
 *
 * <pre>
 * scenario: Toronto
 * steps:
 *   - user: How warm is it in Toronto?
 *   - expect-call: get_temperature
 *     arguments: {city: Toronto, days: {from: 1, to: 5}}
 *   - expect-reply: {contains: "22"}
 *     within: 2s
 * </pre>
 */
public final class ScenarioFile {

  private ScenarioFile() {}

  /**
   * Reads a file, or all files of a folder that end with {@code .yaml}, {@code .yml} or {@code
   * .json}, by their names.
   *
   * @throws IOException if something can't be read
   * @throws IllegalArgumentException if something is no scenario; the message says where and why
   */
  public static List<Scenario> read(Path fileOrFolder) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : files(fileOrFolder)) {
      for (JsonNode tree : JsonFiles.read(file)) {
        scenarios.add(new ScenarioReader(file).read(tree));
      }
    }
    return scenarios;
  }

  private static List<Path> files(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> entries = Files.walk(fileOrFolder)) {
      return entries.filter(ScenarioFile::isScenario).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isScenario(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith);
  }
}
