package dev.parlando.realtime;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas and examples, where they stand beside the checkout. */
final class ProtocolFolder {

  private static final Path FOLDER = Path.of(System.getProperty("parlando.protocol", "none"));

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private ProtocolFolder() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /** Skips the test where the folder is missing. */
  static void assumeThere() {
    Assumptions.assumeTrue(isThere(), "no schemas and examples in " + FOLDER);
  }

  static Stream<Sample> examples(Dialect dialect) {
    assumeThere();
    Path folder = FOLDER.resolve("examples-" + name(dialect));
    return json(folder.resolve("_manifest.json"))
        .valueStream()
        .map(
            entry -> {
              String file = entry.path("file").asString();
              Sample.Side side =
                  Sample.Side.valueOf(entry.path("side").asString().toUpperCase(Locale.ROOT));
              return new Sample(dialect, side, file, json(folder.resolve(file)));
            });
  }

  /**
   * What is wrong with an event.
   *
   * @param strictness {@code client-closed} or {@code wire}
   */
  static List<String> errors(Dialect dialect, String strictness, JsonNode event) {
    assumeThere();
    String type = event.path("type").asString();
    return SCHEMAS
        .computeIfAbsent(
            name(dialect) + " " + strictness + " " + type, key -> schema(dialect, strictness, type))
        .validate(event)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static Schema schema(Dialect dialect, String strictness, String type) {
    ObjectNode all =
        (ObjectNode)
            json(FOLDER.resolve("realtime-" + name(dialect) + "." + strictness + ".schema.json"));
    String prefix = strictness.equals("wire") ? "RealtimeServerEvent" : "RealtimeClientEvent";
    String definition =
        all.path("$defs").properties().stream()
            .filter(def -> def.getKey().startsWith(prefix))
            .filter(def -> def.getValue().at("/properties/type/const").asString("").equals(type))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no schema of " + type));
    ObjectNode schema = all.deepCopy();
    schema.remove(List.of("anyOf", "oneOf", "$id"));
    schema.put("$ref", "#/$defs/" + definition);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static JsonNode json(Path file) {
    try {
      return Sample.json(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }
}
