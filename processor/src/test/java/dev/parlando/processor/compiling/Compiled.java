package dev.parlando.processor.compiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compilation came to.
 *
 * @param directory where classes, generated sources and resources are
 * @param diagnostics what the compiler said
 * @param output what else the compiler printed
 */
public record Compiled(
    Path directory,
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    String output) {

  /** Fails the test unless there are classes to use. */
  public Compiled orFail() {
    assertThat(succeeded).as(() -> String.join("\n", messages()) + output).isTrue();
    return this;
  }

  /** What the compiler said, as {@code ERROR 12:5 text}. */
  public List<String> messages() {
    return diagnostics.stream()
        .map(
            each ->
                "%s %d:%d %s"
                    .formatted(
                        each.getKind(),
                        each.getLineNumber(),
                        each.getColumnNumber(),
                        each.getMessage(Locale.ROOT)))
        .toList();
  }

  /** The texts of the errors. */
  public List<String> errors() {
    return texts(Diagnostic.Kind.ERROR);
  }

  /** The texts of the warnings. */
  public List<String> warnings() {
    return Stream.of(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING)
        .flatMap(kind -> texts(kind).stream())
        .toList();
  }

  /** The texts of the notes. */
  public List<String> notes() {
    return texts(Diagnostic.Kind.NOTE);
  }

  private List<String> texts(Diagnostic.Kind kind) {
    return diagnostics.stream()
        .filter(each -> each.getKind() == kind)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  /** A generated source, by the qualified name of its class. */
  public String source(String className) {
    return file(className.replace('.', '/') + ".java");
  }

  /** A file by its path. */
  public String file(String path) {
    try {
      return Files.readString(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes files by their paths. */
  public void delete(String... paths) {
    try {
      for (String path : paths) {
        Files.delete(directory.resolve(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reviewed definitions of an annotated class. */
  public String definitions(String agent) {
    return file("META-INF/parlando/tools/" + agent + ".json");
  }

  /** All generated sources and resources, by their path. */
  public Map<String, String> generated() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(path -> path.toString().matches(".*\\.(java|json)"))
          .forEach(
              path -> {
                String name = directory.relativize(path).toString().replace('\\', '/');
                files.put(name, file(name));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * The tools of an annotated class that has a constructor without parameters.
   *
   * @param earlier what else is needed to run it
   */
  public Tools tools(String agent, Compiled... earlier) {
    orFail();
    try {
      // Not closed: the tools load classes as long as the test runs.
      List<URL> path = new ArrayList<>(List.of(directory.toUri().toURL()));
      for (Compiled each : earlier) {
        path.add(each.directory().toUri().toURL());
      }
      ClassLoader loader =
          new URLClassLoader(path.toArray(URL[]::new), getClass().getClassLoader());
      return Tools.of(loader, agent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
