package dev.parlando.processor.corpus;

import dev.parlando.processor.compiling.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the corpus. */
final class Corpus {

  static final Path HOME =
      Path.of("src", "test", "resources", "dev", "parlando", "processor", "corpus");

  private Corpus() {}

  /** A compilation of all of it. */
  static Compilation all() {
    return compilation(sources().values().toArray(String[]::new));
  }

  /** A compilation of some sources; builds that know names of parameters keep them. */
  static Compilation compilation(String... sources) {
    return Compilation.of(sources).options("-parameters");
  }

  /** The texts, by the qualified names of their types. */
  static Map<String, String> sources() {
    try (Stream<Path> files = Files.walk(HOME)) {
      List<Path> paths = files.filter(file -> file.toString().endsWith(".java")).toList();
      Map<String, String> sources = new TreeMap<>();
      for (Path path : paths) {
        String name = HOME.relativize(path).toString().replace('/', '.').replace('\\', '.');
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(path));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
