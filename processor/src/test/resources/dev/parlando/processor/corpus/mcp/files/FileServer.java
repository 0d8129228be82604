package mcp.files;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.tool.ToolResult;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of files, as tool servers are written: a tool for each verb, descriptions in Javadoc. */
class FileServer {

  /**
   * Reads a complete file as text. Works only within <em>allowed</em> directories.
   *
   * @param path the file
   * @param head only the first lines; can't be together with tail
   * @param tail only the last lines
   */
  @Tool
  String readFile(@NotBlank String path, Optional<@Min(1) Integer> head, Optional<@Min(1) Integer> tail) {
    return "";
  }

  /** Reads several files at once; one that can't be read does not stop the others. */
  @Tool
  Map<String, String> readMultipleFiles(@NotEmpty List<String> paths) {
    return Map.of();
  }

  /** Reads an image or a recording. */
  @Tool
  Media readMediaFile(String path) {
    return null;
  }

  /** Creates a file, or overwrites one. */
  @Tool(effect = SideEffect.IRREVERSIBLE)
  void writeFile(String path, String content) {}

  /**
   * Edits a file, line by line.
   *
   * @param edits what to replace, in order
   * @param dryRun shows the difference and changes nothing
   */
  @Tool(effect = SideEffect.WRITE)
  String editFile(String path, List<Edit> edits, @DefaultValue("false") boolean dryRun) {
    return "";
  }

  @Tool(value = "Creates a directory and those around it", effect = SideEffect.WRITE)
  boolean createDirectory(String path) {
    return true;
  }

  @Tool("Lists a directory")
  List<Entry> listDirectory(String path, @DefaultValue("NAME") SortBy sortBy) {
    return List.of();
  }

  @Tool("A directory as a tree")
  Tree directoryTree(String path, List<String> excludePatterns) {
    return null;
  }

  @Tool(value = "Moves or renames", effect = SideEffect.IRREVERSIBLE)
  ToolResult moveFile(@Describe("From") String source, @Describe("To") String destination) {
    return ToolResult.none();
  }

  @Tool("Finds files by a pattern")
  String[] searchFiles(String path, String pattern, Optional<List<String>> excludePatterns, @DefaultValue("100") @Max(1000) int limit) {
    return new String[0];
  }

  @Tool("What is known of a file")
  Optional<Info> getFileInfo(String path) {
    return Optional.empty();
  }

  @Tool("Directories that may be read")
  List<String> listAllowedDirectories() {
    return List.of();
  }

  /**
   * One replacement.
   *
   * @param oldText must stand there exactly
   * @param newText what stands there afterwards
   */
  record Edit(@NotBlank String oldText, String newText) {}

  record Media(String mimeType, byte[] data) {}

  record Entry(String name, Kind kind, long size) {}

  record Tree(String name, Kind kind, Optional<List<Tree>> children) {}

  record Info(long size, Instant created, Instant modified, String permissions) {}

  enum Kind { FILE, DIRECTORY }

  enum SortBy { NAME, SIZE }
}
