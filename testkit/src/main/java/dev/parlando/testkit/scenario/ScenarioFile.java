package dev.parlando.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

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

  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

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
      for (JsonNode tree : trees(file)) {
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

  private static List<JsonNode> trees(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      if (file.toString().endsWith(".json")) {
        JsonNode tree = JsonMapper.shared().readTree(text);
        return tree.isArray() ? List.copyOf(tree.values()) : List.of(tree);
      }
      try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
        return documents.readAll();
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s, line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
  }
}
