package dev.parlando.examples.benchmarks.work;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A class {@code tools.Tools} of many tools, written and compiled for one library. */
public final class ManyTools {

  /** The sizes, and the sizes after which the first call is made as well. */
  public static final String WITH_CALL = "1 and a call";

  private ManyTools() {}

  /** How many tools a size means. */
  public static int count(String size) {
    return size.equals(WITH_CALL) ? 1 : Integer.parseInt(size);
  }

  /**
   * Compiles the class.
   *
   * @param folder where to
   * @param size how many tools
   * @param imports lines of imports
   * @param tool one tool, with {@code %1$d} for its number
   * @param options of the compiler
   */
  public static void compile(
      Path folder, String size, String imports, String tool, String... options) throws IOException {
    StringBuilder java =
        new StringBuilder("package tools;\nimport dev.parlando.examples.benchmarks.work.*;\n")
            .append("import java.util.List;\n")
            .append(imports)
            .append("\npublic class Tools {\n  final Forecaster forecaster = new Forecaster();\n");
    for (int i = 0; i < count(size); i++) {
      java.append(String.format(Locale.ROOT, tool, i));
    }
    compileClass(folder, "Tools", java.append("}\n").toString(), options);
  }

  /** Compiles a class of the package {@code tools}. */
  public static void compileClass(Path folder, String name, String java, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("-parameters", "-nowarn"));
    all.addAll(List.of(options));
    Javac.compile(folder, List.of(Javac.source("tools." + name, java)), all);
  }

  /** An instance of the class that was compiled before. */
  public static Object create() throws ReflectiveOperationException {
    Constructor<?> constructor = Class.forName("tools.Tools").getDeclaredConstructor();
    return constructor.newInstance();
  }
}
