package dev.parlando.internal.engine.oracle;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Compiles a source of the engine with a fault in it. */
final class MutantCompiler {

  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src/main/java/dev/parlando/internal/engine");

  private MutantCompiler() {}

  /** A source of the engine, by its name in the engine's package. */
  static Path source(String file) {
    return SOURCES.resolve(file + ".java");
  }

  /**
   * The class files of the source that has the fault, by binary name.
   *
   * @param scratch an empty directory to work in
   */
  static Map<String, byte[]> compile(Mutant mutant, Path scratch) throws IOException {
    Path file = source(mutant.file());
    String source = Files.readString(file);
    int at = source.indexOf(mutant.original());
    if (at < 0 || source.indexOf(mutant.original(), at + 1) >= 0) {
      throw new IllegalArgumentException(
          "\"" + mutant + "\": its text must be in " + mutant.file() + ".java once");
    }
    Path faulty = scratch.resolve(file.getFileName());
    Files.writeString(faulty, source.replace(mutant.original(), mutant.replacement()));
    Path classes = Files.createDirectory(scratch.resolve("classes"));
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                writer,
                writer,
                "-proc:none",
                "-nowarn",
                "-classpath",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString(),
                faulty.toString());
    if (code != 0) {
      throw new IllegalArgumentException("\"" + mutant + "\" does not compile: " + messages);
    }
    return read(classes);
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    Map<String, byte[]> read = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(classes)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = classes.relativize(file).toString().replace(".class", "");
      read.put(name.replace('/', '.').replace('\\', '.'), Files.readAllBytes(file));
    }
    return read;
  }
}
