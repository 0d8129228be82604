package dev.parlando.examples.documentation;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the Java blocks of a file one after the other, with the annotation processor and with
 * warnings as errors. A block is a set of types, the members of a class, or statements; it may use
 * the types of the blocks before it.
 */
final class BlockCompiler {

  /** What no block needs to import. */
  private static final String IMPORTS =
      Stream.of(
              "com.fasterxml.jackson.annotation",
              "dev.parlando",
              "dev.parlando.audio",
              "dev.parlando.realtime",
              "dev.parlando.rest",
              "dev.parlando.session",
              "dev.parlando.session.event",
              "dev.parlando.session.options",
              "dev.parlando.opentelemetry",
              "dev.parlando.testkit",
              "dev.parlando.testkit.brain",
              "dev.parlando.testkit.fault",
              "dev.parlando.testkit.lock",
              "dev.parlando.testkit.observe",
              "dev.parlando.testkit.recording",
              "dev.parlando.testkit.replay",
              "dev.parlando.testkit.scenario",
              "dev.parlando.testkit.speech",
              "dev.parlando.testkit.time",
              "dev.parlando.time",
              "dev.parlando.tool",
              "dev.parlando.transport",
              "dev.parlando.transport.http",
              "dev.parlando.transport.javawebsocket",
              "io.opentelemetry.api",
              "jakarta.validation.constraints",
              "java.math",
              "java.net",
              "java.nio.file",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.stream")
          .map(name -> "import " + name + ".*;")
          .collect(
              Collectors.joining(
                  "",
                  "package documentation;",
                  "import jakarta.validation.Valid;import jakarta.validation.constraints.Future;"
                      + "import org.junit.jupiter.api.DynamicTest;"
                      + "import org.junit.jupiter.api.Test;"
                      + "import org.junit.jupiter.api.TestFactory;"
                      + "import static org.assertj.core.api.Assertions.assertThat;"));

  /** What -Werror itself has to say, beside the warnings. */
  private static final String WARNINGS_ARE_ERRORS = "compiler.err.warnings.and.werror";

  /** The ways to read a block, with all that stands before it on one line. */
  private enum Form {
    TYPES("", ""),
    MEMBERS("class Block%d {", "}"),
    STATEMENTS("class Block%d { static void run() throws Exception {", "}}");

    private final String before;
    private final String after;

    Form(String before, String after) {
      this.before = before;
      this.after = after;
    }

    String source(Markdown.Block block) {
      return IMPORTS + before.formatted(block.line()) + "\n" + block.text() + after + "\n";
    }
  }

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final List<String> options;

  /**
   * @param output an empty folder for the classes
   */
  BlockCompiler(Path output) {
    String classPath = output + System.getProperty("path.separator");
    options =
        List.of(
            "--release",
            "17",
            // A block is no file, so its types may be used by others.
            "-Xlint:all,-processing,-auxiliaryclass",
            "-Werror",
            "-d",
            output.toString(),
            "-classpath",
            classPath + System.getProperty("java.class.path"));
  }

  /** What is wrong with the blocks of a file: a line for each problem, with file and line. */
  List<String> problems(Markdown markdown) throws IOException {
    List<String> problems = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      for (Markdown.Block block : markdown.javaBlocks()) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<JavaFileObject> source = List.of(unit(form(files, block).source(block)));
        JavaCompiler.CompilationTask task =
            compiler.getTask(null, files, found, options, null, source);
        task.setProcessors(processors());
        boolean compiled = task.call();
        if (!compiled && found.getDiagnostics().isEmpty()) {
          problems.add(markdown.file() + ":" + block.line() + ": the compiler failed");
        } else if (!compiled) {
          found.getDiagnostics().stream()
              .filter(each -> !each.getCode().equals(WARNINGS_ARE_ERRORS))
              .map(each -> markdown.file() + ":" + line(block, each) + ": " + text(each))
              .forEach(problems::add);
        }
      }
    }
    return problems;
  }

  /** A processor serves one compilation. */
  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** The first form that can be parsed; types, if none can. */
  private Form form(StandardJavaFileManager files, Markdown.Block block) throws IOException {
    for (Form form : Form.values()) {
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      // With annotation processing on, the parser keeps its errors to itself.
      List<JavaFileObject> source = List.of(unit(form.source(block)));
      ((JavacTask) compiler.getTask(null, files, found, List.of("-proc:none"), null, source))
          .parse();
      if (found.getDiagnostics().stream().noneMatch(BlockCompiler::isError)) {
        return form;
      }
    }
    return Form.TYPES;
  }

  private static boolean isError(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR;
  }

  private static String line(Markdown.Block block, Diagnostic<?> diagnostic) {
    long line = diagnostic.getLineNumber();
    return line == Diagnostic.NOPOS ? "" + block.line() : "" + (block.line() + line - 2);
  }

  private static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(null).lines().map(String::strip).collect(Collectors.joining(" "));
  }

  /** A source whose name fits whatever class is in it. */
  private static JavaFileObject unit(String text) {
    return new SimpleJavaFileObject(URI.create("mem:///Block.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }

      @Override
      public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
        // module-info and package-info are files of another kind.
        return kind == JavaFileObject.Kind.SOURCE && !simpleName.contains("-");
      }
    };
  }
}
