package dev.parlando.testkit.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the definitions that the annotation processor wrote beside a module's classes. */
final class GeneratedTools {

  /** Where the processor puts them, a file for each class with tools. */
  static final String FOLDER = "META-INF/parlando/tools";

  private static final String SUFFIX = ".json";

  private GeneratedTools() {}

  /**
   * The tools of a module by name.
   *
   * @param outputs the folders that the module is compiled to
   * @throws AssertionError if there are none, or two of the same name
   */
  static List<LockedTool> read(List<Path> outputs) {
    Map<String, LockedTool> byName = new TreeMap<>();
    for (Path file : files(outputs)) {
      for (LockedTool tool : read(file)) {
        LockedTool other = byName.put(tool.name(), tool);
        if (other != null) {
          throw new AssertionError(
              "Two tools are called %s: one of %s and one of %s. A model can't tell them apart; give one of them another name by @Tool(name = \"…\")."
                  .formatted(tool.name(), other.source(), tool.source()));
        }
      }
    }
    if (byName.isEmpty()) {
      throw new AssertionError(
          "There are no tool definitions (%s/*.json) in %s. Either the annotation processor did not run when the module was compiled, or no class of it has a @Tool method."
              .formatted(FOLDER, outputs));
    }
    return List.copyOf(byName.values());
  }

  private static List<Path> files(List<Path> outputs) {
    List<Path> files = new ArrayList<>();
    for (Path output : outputs) {
      Path folder = output.resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.list(folder)) {
          found.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static List<LockedTool> read(Path file) {
    String name = file.getFileName().toString();
    String source = name.substring(0, name.length() - SUFFIX.length());
    try {
      List<LockedTool> tools = new ArrayList<>();
      for (JsonNode definition : CanonicalJson.parse(Files.readString(file))) {
        tools.add(LockedTool.of(source, definition));
      }
      return tools;
    } catch (JacksonException e) {
      throw new AssertionError(
          file + " is not what the annotation processor writes: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
