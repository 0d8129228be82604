package dev.parlando.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module whose jar is published.
 *
 * @param artifact its artifact id
 * @param folder where it stands
 */
record PublishedModule(String artifact, Path folder) {

  /** From the folder of this module. */
  static final Path PROJECT = Path.of("..");

  private static final List<Path> PARENTS = List.of(PROJECT, PROJECT.resolve("integrations"));

  /** Those that the BOM lists, in its order. */
  static List<PublishedModule> all() {
    return Pom.read(PROJECT.resolve("bom/pom.xml"))
        .texts("/project/dependencyManagement/dependencies/dependency/artifactId")
        .stream()
        .map(PublishedModule::named)
        .toList();
  }

  static PublishedModule named(String artifact) {
    return PARENTS.stream()
        .flatMap(parent -> submodules(parent).stream())
        .filter(folder -> artifactOf(folder).equals(artifact))
        .findFirst()
        .map(folder -> new PublishedModule(artifact, folder))
        .orElseThrow(
            () -> new AssertionError("The BOM lists " + artifact + ", which no module is named"));
  }

  /** The folders of all modules that have sources, published or not. */
  static List<Path> submodules(Path parent) {
    return Pom.read(parent.resolve("pom.xml")).texts("/project/modules/module").stream()
        .map(name -> parent.resolve(name).normalize())
        .toList();
  }

  private static String artifactOf(Path folder) {
    return Pom.read(folder.resolve("pom.xml")).text("/project/artifactId");
  }

  Path sources() {
    return folder.resolve("src/main/java");
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  /** The jar, or the one with a classifier such as {@code "-sources"}. */
  Path jar(String classifier) {
    String version = System.getProperty("parlando.version");
    return folder.resolve("target/" + artifact + "-" + version + classifier + ".jar");
  }

  /** Its compiled module descriptor, if it is a named module. */
  Optional<Path> descriptor() {
    return Optional.of(classes().resolve("module-info.class")).filter(Files::exists);
  }

  /** Files below a folder whose name ends so, in order. */
  static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
