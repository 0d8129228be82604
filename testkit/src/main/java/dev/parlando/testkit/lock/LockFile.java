package dev.parlando.testkit.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed file. Its text depends on the tools alone: no time, no path, no version of
 * anything. A checkout may have turned its line ends into {@code \r\n}.
 *
 * @param path where it stands
 */
record LockFile(Path path) {

  static final int FORMAT_VERSION = 1;

  boolean exists() {
    return Files.exists(path);
  }

  /** The whole text, with {@code \n} at the line ends. */
  String text() {
    try {
      return Files.readString(path).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tools in it.
   *
   * @throws AssertionError if it is no lock, or one of another format
   */
  List<LockedTool> tools() {
    JsonNode lock = parse();
    int version = lock.path("formatVersion").asInt(0);
    if (version != FORMAT_VERSION || !lock.path("tools").isArray()) {
      throw new AssertionError(
          "%s has formatVersion %s; this version of Parlando reads %d."
              .formatted(path, lock.path("formatVersion"), FORMAT_VERSION));
    }
    List<LockedTool> tools = new ArrayList<>();
    for (JsonNode entry : lock.path("tools")) {
      tools.add(LockedTool.of(entry.path("source").asString(""), entry));
    }
    return tools;
  }

  private JsonNode parse() {
    try {
      return CanonicalJson.parse(text());
    } catch (JacksonException e) {
      throw new AssertionError(
          "%s is not JSON any more, as after a merge with conflicts: %s (line %d)"
              .formatted(path, e.getOriginalMessage(), e.getLocation().getLineNr()),
          e);
    }
  }

  void write(List<LockedTool> tools) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, text(tools));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a lock of these tools, which are in the order of their names. */
  static String text(List<LockedTool> tools) {
    ObjectNode lock = JsonNodeFactory.instance.objectNode().put("formatVersion", FORMAT_VERSION);
    ArrayNode entries = lock.putArray("tools");
    tools.forEach(tool -> entries.add(tool.entry()));
    return CanonicalJson.pretty(lock);
  }
}
