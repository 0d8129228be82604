package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Javac;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.JavaFileObject;

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

  private static final int WARM_RUNS = 3;

  private Compile() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.out.println("parlando\ncopier\nplain\nnone");
    } else if (args[0].equals("prepare")) {
      // The class that the processor makes of the first tool, into a folder of the class path.
      Javac.compile(Path.of(args[1]), List.of(tools(0)), List.of());
    } else {
      Javac.measure(args[1], WARM_RUNS, sources(args[0], Javac.count(args[1])), options(args[0]));
    }
  }

  private static List<JavaFileObject> sources(String contender, int count) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(tools(i));
    }
    if (contender.equals("plain")) {
      String generated = generated();
      for (int i = 0; i < count; i++) {
        sources.add(
            Javac.source("bench.Desk" + i + "Tools", generated.replace("Desk0", "Desk" + i)));
      }
    }
    return sources;
  }

  private static JavaFileObject tools(int number) {
    return Javac.source("bench.Desk" + number, String.format(Locale.ROOT, TOOLS, number));
  }

  private static List<String> options(String contender) {
    return switch (contender) {
      case "parlando" -> Javac.processors("dev.parlando.processor.ParlandoProcessor");
      case "copier" -> Javac.processors(CopyProcessor.class.getName());
      default -> Javac.NO_PROCESSOR;
    };
  }

  /** The class that was written before. */
  static String generated() throws IOException {
    try (InputStream in = Compile.class.getResourceAsStream("/bench/Desk0Tools.java")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
