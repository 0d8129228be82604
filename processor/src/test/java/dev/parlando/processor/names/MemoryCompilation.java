package dev.parlando.processor.names;

import dev.parlando.processor.ParlandoProcessor;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles in memory: no file system takes all names that Java does. */
final class MemoryCompilation extends ClassLoader {

  private final Map<String, MemoryFile> outputs = new HashMap<>();

  MemoryCompilation() {
    super(MemoryCompilation.class.getClassLoader());
  }

  /**
   * Compiles.
   *
   * @return the errors; none if there are classes
   */
  List<String> compile(List<String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(new MemoryFile("Source" + files.size(), JavaFileObject.Kind.SOURCE, source));
    }
    Outputs manager = new Outputs(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null));
    List<String> options =
        List.of("-classpath", System.getProperty("java.class.path"), "-Xmaxerrs", "10");
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, manager, diagnostics, options, null, files);
    task.setProcessors(List.of(new ParlandoProcessor()));
    boolean succeeded = task.call();
    return succeeded ? List.of() : errors(diagnostics);
  }

  private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::toString)
        .toList();
  }

  /** What was generated under a path. */
  String generated(String path) {
    return outputs.get(path).text();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    MemoryFile file = outputs.get(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = file.bytes.toByteArray();
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Keeps what a compiler writes. */
  private final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

    Outputs(JavaFileManager inputs) {
      super(inputs);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return output(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      return output(relativeName, JavaFileObject.Kind.OTHER);
    }

    private MemoryFile output(String path, JavaFileObject.Kind kind) {
      MemoryFile file = new MemoryFile(path, kind, "");
      outputs.put(path, file);
      return file;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
      return a == b;
    }
  }

  /** A file; its name in the compiler's eyes says nothing about the types in it. */
  private static final class MemoryFile extends SimpleJavaFileObject {

    private final String source;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryFile(String name, Kind kind, String source) {
      super(URI.create("memory:///" + Integer.toHexString(name.hashCode()) + kind.extension), kind);
      this.source = source;
    }

    String text() {
      return bytes.size() == 0 ? source : bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      // A class may be in any file, but not what only one file may hold.
      return !simpleName.endsWith("-info");
    }
  }
}
