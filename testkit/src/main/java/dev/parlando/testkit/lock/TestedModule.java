package dev.parlando.testkit.lock;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The module that a test belongs to.
 *
 * @param folder where its build file and {@code src} stand
 * @param outputs the folders that its main classes are compiled to, as far as they are on the class
 *     path
 * @param test the test
 */
record TestedModule(Path folder, List<Path> outputs, Class<?> test) {

  private static final String LOCK = "src/main/parlando/tools.lock.json";

  /**
   * The module of a test class. Class folders of other modules and jars are not part of it, and
   * neither is what the tests themselves are compiled to.
   *
   * @throws AssertionError if the class is not in a folder below a module's
   */
  static TestedModule of(Class<?> test) {
    Path testOutput = location(test);
    Path folder = folderAbove(testOutput);
    List<Path> outputs =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .filter(entry -> entry.startsWith(folder) && !entry.equals(testOutput))
            .filter(entry -> Files.isDirectory(entry) && folderAbove(entry).equals(folder))
            .distinct()
            .toList();
    return new TestedModule(folder, outputs, test);
  }

  private static Path location(Class<?> test) {
    CodeSource source = test.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !"file".equals(location.getProtocol())) {
      throw unknown(test);
    }
    try {
      return Path.of(location.toURI()).toAbsolutePath().normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class was loaded from no address: " + location, e);
    }
  }

  private static Path folderAbove(Path output) {
    for (Path folder = output.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("src").resolve("main"))) {
        return folder;
      }
    }
    throw new AssertionError(
        "There is no module (a folder with src/main) above %s. Name the folders by ToolLock.of(classes, lockFile)."
            .formatted(output));
  }

  private static AssertionError unknown(Class<?> test) {
    return new AssertionError(
        "It isn't known where %s was loaded from. Name the folders by ToolLock.of(classes, lockFile)."
            .formatted(test.getName()));
  }

  Path lockFile() {
    return folder.resolve(LOCK);
  }

  /** How the lock is written for this module, from the topmost folder of its build. */
  String acceptCommand() {
    if (!Files.exists(folder.resolve("pom.xml"))) {
      return "gradle test --tests %s -D%s=update".formatted(test.getName(), LockMode.PROPERTY);
    }
    Path top = folder;
    for (Path above = folder.getParent();
        above != null && Files.exists(above.resolve("pom.xml"));
        above = above.getParent()) {
      top = above;
    }
    String own = "-Dtest=%s -D%s=update".formatted(test.getSimpleName(), LockMode.PROPERTY);
    if (top.equals(folder)) {
      return "mvn test " + own;
    }
    String path = top.relativize(folder).toString().replace(File.separatorChar, '/');
    return "mvn test -pl %s -am %s -Dsurefire.failIfNoSpecifiedTests=false".formatted(path, own);
  }
}
