package dev.parlando.testkit;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlando.realtime.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas of events, where the folder that the build names is there. */
final class ProtocolSchemas {

  private static final Map<String, Optional<ProtocolSchemas>> LOADED = new ConcurrentHashMap<>();

  private final ObjectNode root;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, String> definitionByType = new HashMap<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ProtocolSchemas(ObjectNode root, String side) {
    this.root = root;
    for (Map.Entry<String, JsonNode> definition : root.path("$defs").properties()) {
      String type = definition.getValue().at("/properties/type/const").asString("");
      if (definition.getKey().startsWith("Realtime" + side + "Event")) {
        definitionByType.put(type, definition.getKey());
      }
    }
  }

  /** The schemas of what a server sends; empty where they are not at hand. */
  static Optional<ProtocolSchemas> ofServer(Dialect dialect) {
    return load(file(dialect, "wire"), "Server");
  }

  /** The schemas of what a client may send. */
  static Optional<ProtocolSchemas> ofClient(Dialect dialect) {
    return load(file(dialect, "client-closed"), "Client");
  }

  private static String file(Dialect dialect, String kind) {
    return "realtime-%s.%s.schema.json".formatted(dialect == Dialect.GA ? "ga" : "beta", kind);
  }

  private static Optional<ProtocolSchemas> load(String name, String side) {
    return LOADED.computeIfAbsent(
        name,
        key -> {
          Path file = Path.of(System.getProperty("parlando.protocol", "absent")).resolve(name);
          if (!Files.exists(file)) {
            System.out.println("Events are not validated: there is no " + name);
            return Optional.empty();
          }
          ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(file.toFile());
          mendTranscriptionSessions(root);
          return Optional.of(new ProtocolSchemas(root, side));
        });
  }

  /**
   * The beta's transcription sessions: their published example has no {@code client_secret}, which
   * belongs to HTTP, and the event that they begin with was never published.
   */
  private static void mendTranscriptionSessions(ObjectNode root) {
    String updated = "RealtimeServerEventTranscriptionSessionUpdated";
    if (root.at("/$defs/RealtimeTranscriptionSessionCreateResponse") instanceof ObjectNode body
        && root.at("/$defs/" + updated) instanceof ObjectNode event) {
      body.remove("required");
      ObjectNode created = event.deepCopy();
      ((ObjectNode) created.at("/properties/type")).put("const", "transcription_session.created");
      ((ObjectNode) root.path("$defs")).set(updated.replace("Updated", "Created"), created);
    }
  }

  /** What is wrong with an event; empty if nothing. */
  List<String> problems(JsonNode event) {
    String type = event.path("type").asString("");
    String definition = definitionByType.get(type);
    if (definition == null) {
      return List.of("no event of this dialect: " + event);
    }
    return schema(definition).validate(event).stream()
        .map(error -> error + " in " + event)
        .toList();
  }

  private Schema schema(String definition) {
    @Nullable Schema schema = schemas.get(definition);
    if (schema == null) {
      ObjectNode only = root.deepCopy();
      only.retain("$schema", "$defs");
      only.put("$ref", "#/$defs/" + definition);
      schema = registry.getSchema(only);
      schemas.put(definition, schema);
    }
    return schema;
  }
}
