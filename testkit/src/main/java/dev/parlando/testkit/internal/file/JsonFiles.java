package dev.parlando.testkit.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML and JSON. */
public final class JsonFiles {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonFiles() {}

  /**
   * What is in a file: the elements of its array, or its documents, of which JSON has one.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if it is neither YAML nor JSON; the message names the line
   */
  public static List<JsonNode> read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      List<JsonNode> documents = documents(file, text);
      return documents.size() == 1 && documents.get(0).isArray()
          ? List.copyOf(documents.get(0).values())
          : documents;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s, line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
  }

  private static List<JsonNode> documents(Path file, String text) {
    if (file.toString().endsWith(".json")) {
      return List.of(JsonMapper.shared().readTree(text));
    }
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    }
  }
}
