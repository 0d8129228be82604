package dev.parlando.examples.benchmarks.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of this JVM, on this JVM's class path. */
public final class Javac {

  /** Compiles without any annotation processor. */
  public static final List<String> NO_PROCESSOR = List.of("-proc:none");

  private static final String WARM = " warm";
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Javac() {}

  /**
   * A source in memory.
   *
   * @param className its full name
   */
  public static JavaFileObject source(String className, String java) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + className.replace('.', '/') + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return java;
      }
    };
  }

  /** Options to compile with annotation processors of the class path, and no others. */
  public static List<String> processors(String... classNames) {
    return List.of("-processorpath", CLASS_PATH, "-processor", String.join(",", classNames));
  }

  /** How many classes a size means. */
  public static int count(String size) {
    return Integer.parseInt(size.replace(WARM, ""));
  }

  /**
   * Prints the CPU time of the compiler's thread in ms.
   *
   * @param size how many classes; if it says so, the least of some times in a compiler that is warm
   * @param warmRuns how many times
   */
  public static void measure(
      String size, int warmRuns, List<JavaFileObject> sources, List<String> options)
      throws IOException {
    double ms = compile(sources, options);
    for (int i = 0; size.endsWith(WARM) && i < warmRuns; i++) {
      double again = compile(sources, options);
      ms = i == 0 ? again : Math.min(ms, again);
    }
    System.out.printf(Locale.ROOT, "MEASURED ms %.1f%n", ms);
  }

  private static double compile(List<JavaFileObject> sources, List<String> options)
      throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Path output = Files.createTempDirectory("parlando-compile");
    long before = threads.getCurrentThreadCpuTime();
    compile(output, sources, options);
    double ms = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return ms;
  }

  /**
   * Compiles into a folder.
   *
   * @throws IllegalStateException if it does not compile; the compiler has printed why
   */
  public static void compile(Path folder, List<JavaFileObject> sources, List<String> options)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-d", folder.toString(), "-cp", CLASS_PATH));
    all.addAll(options);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(null, files, null, all, null, sources).call()) {
        throw new IllegalStateException("The source does not compile");
      }
    }
  }
}
