package dev.parlando.examples.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A class of 100 tools with 10 properties each, compiled with and without the processor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
public class CompileBenchmark {

  private static final int TOOLS = 100;

  /** Whether the processor runs. The first iteration of each fork is a cold compiler. */
  @Param({"false", "true"})
  public boolean processor;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final String source = source();
  private Path output = Path.of("");

  /** Makes room for the class files. */
  @Setup
  public void makeRoom() throws IOException {
    output = Files.createTempDirectory("parlando-compile");
  }

  /** Takes the class files away. */
  @TearDown
  public void clean() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Compiles once. */
  @Benchmark
  public boolean compile() throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        processor
            ? List.of(
                "-d",
                output.toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-processor",
                "dev.parlando.processor.ParlandoProcessor")
            : List.of("-d", output.toString(), "-cp", classPath, "-proc:none");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(null, files, null, options, null, List.of(file())).call()) {
        throw new IllegalStateException("The source does not compile");
      }
      return true;
    }
  }

  private JavaFileObject file() {
    return new SimpleJavaFileObject(
        URI.create("string:///bench/Desk.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static String source() {
    StringBuilder java =
        new StringBuilder(
            """
            package bench;

            import dev.parlando.Tool;
            import jakarta.validation.constraints.*;
            import java.util.*;

            final class Desk {
              enum Level { LOW, MIDDLE, HIGH }
            """);
    for (int i = 0; i < TOOLS; i++) {
      java.append(
          String.format(
              Locale.ROOT,
              """

                /** What call %1$d asks for. */
                record Query%1$d(
                    @NotBlank String name, @Size(max = 80) String note, int count,
                    @Min(1) @Max(9) long rank, double weight, boolean urgent, Level level,
                    Optional<String> hint, List<String> tags, Optional<Integer> limit) {}

                /** Does thing number %1$d. */
                @Tool
                String thing%1$d(Query%1$d query) {
                  return query.name();
                }
              """,
              i));
    }
    return java.append("}\n").toString();
  }
}
