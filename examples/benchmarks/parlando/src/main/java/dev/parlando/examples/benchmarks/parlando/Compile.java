package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What it costs to compile classes of one tool each: with the processor; with one that only hands
 * the same classes to the compiler, which is what rounds cost; with those classes given as plain
 * source, which is the limit; and without them, which is what all add to.
 */
public final class Compile {

  private static final String TOOLS =
      """
      package bench;
      import dev.parlando.Tool;
      import jakarta.validation.constraints.*;
      import java.util.*;
      final class Desk%1$d {
        enum Level { LOW, MIDDLE, HIGH }
        /** What is asked for. */
        record Query(@NotBlank String name, Optional<Level> level, @Min(1) @Max(9) int rank,
            List<String> tags) {}
        record Answer(String name, double weight, Level level, List<String> tags) {}
        /** Does thing number %1$d. */
        @Tool
        Answer thing(Query query) {
          return new Answer(query.name(), 1.5, Level.LOW, query.tags());
        }
      }
      """;

  private static final String WARM = " warm";
  private static final int WARM_RUNS = 3;

  private Compile() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.out.println("parlando\ncopier\nplain\nnone");
    } else if (args[0].equals("prepare")) {
      generate(Path.of(args[1]));
    } else {
      boolean warm = args[1].endsWith(WARM);
      measure(args[0], Integer.parseInt(args[1].replace(WARM, "")), warm);
    }
  }

  private static void measure(String contender, int count, boolean warm) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(source("Desk" + i, String.format(Locale.ROOT, TOOLS, i)));
    }
    if (contender.equals("plain")) {
      String generated = generated();
      for (int i = 0; i < count; i++) {
        sources.add(source("Desk" + i + "Tools", generated.replace("Desk0", "Desk" + i)));
      }
    }
    double ms = compile(sources, contender);
    for (int i = 0; warm && i < WARM_RUNS; i++) {
      double again = compile(sources, contender);
      ms = i == 0 ? again : Math.min(ms, again);
    }
    System.out.printf(Locale.ROOT, "MEASURED ms %.1f%n", ms);
  }

  /**
   * Writes the class that the processor makes of the first tool into a folder of the class path.
   */
  private static void generate(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    List<JavaFileObject> first = List.of(source("Desk0", String.format(Locale.ROOT, TOOLS, 0)));
    if (!compiler.getTask(null, null, null, options, null, first).call()) {
      throw new IllegalStateException("The source does not compile");
    }
  }

  /** The class that was written before. */
  static String generated() throws IOException {
    try (InputStream in = Compile.class.getResourceAsStream("/bench/Desk0Tools.java")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static JavaFileObject source(String name, String java) {
    return new SimpleJavaFileObject(
        URI.create("string:///bench/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return java;
      }
    };
  }

  /** The CPU time of the compiler's thread, in ms. */
  private static double compile(List<JavaFileObject> sources, String contender) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Path output = Files.createTempDirectory("parlando-compile");
    String classPath = System.getProperty("java.class.path");
    List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-cp", classPath));
    options.addAll(
        switch (contender) {
          case "parlando" -> processor("dev.parlando.processor.ParlandoProcessor", classPath);
          case "copier" -> processor(CopyProcessor.class.getName(), classPath);
          default -> List.of("-proc:none");
        });
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    long before = threads.getCurrentThreadCpuTime();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(null, files, null, options, null, sources).call()) {
        throw new IllegalStateException("The source does not compile");
      }
    }
    double ms = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    delete(output);
    return ms;
  }

  private static List<String> processor(String name, String classPath) {
    return List.of("-processorpath", classPath, "-processor", name);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
