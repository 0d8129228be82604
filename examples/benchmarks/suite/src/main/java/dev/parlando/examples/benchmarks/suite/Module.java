package dev.parlando.examples.benchmarks.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Maven module with contenders, and the class path that they run on. */
record Module(String name, String classPath) {

  /** The modules that were built. */
  static List<Module> in(Path benchmarks) throws IOException {
    try (Stream<Path> own = Files.list(benchmarks);
        Stream<Path> peers = Files.list(benchmarks.resolve("peers"))) {
      return Stream.concat(own, peers)
          .filter(folder -> Files.exists(folder.resolve("target/classpath.txt")))
          .sorted()
          .map(Module::of)
          .toList();
    }
  }

  private static Module of(Path folder) {
    try {
      Path classes = folder.resolve("target/classes").normalize();
      String dependencies = Files.readString(folder.resolve("target/classpath.txt"));
      return new Module(
          folder.getFileName().toString(), classes + File.pathSeparator + dependencies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the module has a class of this simple name. */
  boolean has(String simpleName) {
    return Files.exists(file(simpleName));
  }

  private Path file(String simpleName) {
    Path classes = Path.of(classPath.substring(0, classPath.indexOf(File.pathSeparator)));
    return classes.resolve(className(simpleName).replace('.', '/') + ".class");
  }

  /** The full name of one of the module's classes. */
  String className(String simpleName) {
    return "dev.parlando.examples.benchmarks." + name + "." + simpleName;
  }
}
