package dev.parlando.processor.compiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;

/**
 * All compilers at hand, by name: {@code javac} of the JDK in use and of those that stand beside it
 * or that {@code JAVA_HOME_21} and the like name, and each version of Eclipse's that the build has
 * put into {@code target/compilers}.
 */
public final class Compilers {

  private static final Path JARS = Path.of("target", "compilers");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  /** The first version that reads this project's class files. */
  private static final int OLDEST = 17;

  private Compilers() {}

  /** What compiles, by the name of a compiler. */
  public static Map<String, Function<Compilation, Compiled>> all() {
    Map<String, Function<Compilation, Compiled>> compilers = new LinkedHashMap<>();
    compilers.put("javac", Compilation::compile);
    compilers.put("ecj", compilation -> compilation.with(Compilation.Compiler.ECJ).compile());
    for (Path home : new TreeSet<>(homes())) {
      if (version(home) >= OLDEST && version(home) != Runtime.version().feature()) {
        Path javac = home.resolve("bin").resolve("javac");
        compilers.putIfAbsent("javac " + version(home), compilation -> compilation.compile(javac));
      }
    }
    for (Path jar : jars()) {
      String name = jar.getFileName().toString().replace(".jar", "").replace('-', ' ');
      compilers.put(name, compilation -> compilation.with(eclipse(jar)).compile());
    }
    return compilers;
  }

  /** The jars of Eclipse's compilers. */
  private static List<Path> jars() {
    if (!Files.isDirectory(JARS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(JARS)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A compiler in a class loader of its own, which lives as long as the tests do. */
  private static JavaCompiler eclipse(Path jar) {
    try {
      URL url = jar.toUri().toURL();
      ClassLoader loader =
          new URLClassLoader(new URL[] {url}, ClassLoader.getPlatformClassLoader());
      return (JavaCompiler)
          loader
              .loadClass("org.eclipse.jdt.internal.compiler.tool.EclipseCompiler")
              .getConstructor()
              .newInstance();
    } catch (MalformedURLException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Where JDKs are: beside the one in use, and where the environment says so. */
  private static List<Path> homes() {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME_") || name.startsWith("JDK_")) {
                homes.add(Path.of(value));
              }
            });
    Path beside = Path.of(System.getProperty("java.home")).getParent();
    try (Stream<Path> directories = Files.list(beside)) {
      directories.forEach(homes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return homes;
  }

  /** The feature version of a JDK; 0 for what is none. */
  private static int version(Path home) {
    try {
      if (!Files.isExecutable(home.resolve("bin").resolve("javac"))) {
        return 0;
      }
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
