package dev.parlando.processor.compiling;

import dev.parlando.processor.ParlandoProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A compilation to run: {@code Compilation.of("package p; class A {…}").compile()}. Each gets a
 * directory of its own below {@code target}, which stays for whoever wants to look.
 */
public final class Compilation {

  /** The compilers that must agree. */
  public enum Compiler {
    /** The one of the JDK that runs the tests. */
    JAVAC,
    /** Eclipse's. */
    ECJ;

    JavaCompiler compiler() {
      return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    }
  }

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:[\\w@().\" ]+ )?(?:class|record|@?interface|enum)\\s+(\\w+)");

  /** The texts of the sources, by file name. */
  private final Map<String, String> sources = new LinkedHashMap<>();

  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private JavaCompiler compiler = Compiler.JAVAC.compiler();
  private boolean withProcessor = true;
  private boolean asModule;

  private Compilation() {}

  /** Compiles sources; the name of each is that of the first type at the start of a line. */
  public static Compilation of(String... sources) {
    Compilation compilation = new Compilation();
    for (String source : sources) {
      compilation.sources.put(name(source).replace('.', '/') + ".java", source);
    }
    return compilation;
  }

  /** Adds a source file by its name, whatever is in it. */
  public Compilation file(String name, String text) {
    sources.put(name, text);
    return this;
  }

  /** Chooses the compiler; {@code javac} otherwise. */
  public Compilation with(Compiler compiler) {
    return with(compiler.compiler());
  }

  /** Chooses any compiler. */
  public Compilation with(JavaCompiler compiler) {
    this.compiler = compiler;
    return this;
  }

  /** Adds options of the compiler. */
  public Compilation options(String... options) {
    this.options.addAll(List.of(options));
    return this;
  }

  /** Adds a processor that runs before ours. */
  public Compilation processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Leaves our processor out. */
  public Compilation withoutProcessor() {
    withProcessor = false;
    return this;
  }

  /** Puts everything that is needed on the module path instead of the class path. */
  public Compilation asModule() {
    asModule = true;
    return this;
  }

  /** Adds what an earlier compilation made to the class path. */
  public Compilation after(Compiled earlier) {
    classPath.add(earlier.directory());
    return this;
  }

  /** Compiles. Errors don't throw; ask the outcome. */
  public Compiled compile() {
    try {
      return run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compiled run() throws IOException {
    Path home = newDirectory();
    Path directory = home.resolve("out");
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    if (withProcessor) {
      processors.add(new ParlandoProcessor());
    }
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              diagnostics,
              arguments(directory),
              null,
              files.getJavaFileObjectsFromPaths(write(home)));
      task.setProcessors(processors);
      boolean succeeded = task.call();
      return new Compiled(directory, succeeded, diagnostics.getDiagnostics(), output.toString());
    }
  }

  /** Compiles with the {@code javac} of another JDK, in a process of its own. */
  public Compiled compile(Path javac) {
    try {
      Path home = newDirectory();
      Path directory = home.resolve("out");
      List<String> command = new ArrayList<>(List.of(javac.toString()));
      command.addAll(arguments(directory));
      command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
      command.addAll(List.of("--release", "17"));
      write(home).forEach(file -> command.add(file.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Compiled(directory, process.waitFor() == 0, List.of(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private List<String> arguments(Path directory) {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(each -> path.insert(0, each + java.io.File.pathSeparator));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", directory.toString(), "-s", directory.toString()));
    arguments.addAll(List.of(asModule ? "--module-path" : "-classpath", path.toString()));
    if (compiler.getClass().getName().startsWith("org.eclipse.")) {
      arguments.addAll(List.of("-source", "17", "-target", "17"));
    }
    if (!withProcessor && processors.isEmpty()) {
      arguments.add("-proc:none");
    }
    arguments.addAll(options);
    return arguments;
  }

  private static Path newDirectory() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "compilations"));
    Path home = Files.createTempDirectory(parent, "c").toAbsolutePath();
    Files.createDirectory(home.resolve("out"));
    return home;
  }

  /** Stores the sources, since not every compiler takes them from memory. */
  private List<Path> write(Path home) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = home.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    return files;
  }

  private static String name(String source) {
    if (source.contains("module ") && !TYPE.matcher(source).find()) {
      return "module-info";
    }
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no type at the start of a line in\n" + source);
    }
    Matcher packageName = PACKAGE.matcher(source);
    return packageName.find() ? packageName.group(1) + "." + type.group(1) : type.group(1);
  }
}
