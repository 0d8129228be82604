package dev.parlando.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Which packages of Parlando the sources of a module name, in imports and in full inside the code.
 * Comments don't count, except that an import for a Javadoc link is an import.
 */
final class Imports {

  /** A qualified name of a type, whose name starts with a capital, or of all types of a package. */
  private static final Pattern TYPE =
      Pattern.compile("(dev\\.parlando(?:\\.[a-z]\\w*)*)\\.(?:[A-Z][\\w.]*|\\*)");

  /** By package, the packages it names, each with the places. */
  private final SortedMap<String, SortedMap<String, SortedSet<String>>> places = new TreeMap<>();

  private Imports() {}

  /** Reads the sources below a folder. */
  static Imports read(Path sources) {
    List<Path> files =
        PublishedModule.files(sources, ".java").stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Imports imports = new Imports();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        imports.add(unit, trees, sources);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return imports;
  }

  private void add(CompilationUnitTree unit, Trees trees, Path sources) {
    String from = unit.getPackageName().toString();
    SortedMap<String, SortedSet<String>> named =
        places.computeIfAbsent(from, name -> new TreeMap<>());
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        Matcher type = TYPE.matcher(tree.toString());
        if (!type.matches()) {
          return super.visitMemberSelect(tree, null);
        }
        if (!type.group(1).equals(from)) {
          long position = trees.getSourcePositions().getStartPosition(unit, tree);
          named
              .computeIfAbsent(type.group(1), to -> new TreeSet<>())
              .add(
                  "%s:%d"
                      .formatted(
                          sources.relativize(Path.of(unit.getSourceFile().getName())),
                          unit.getLineMap().getLineNumber(position)));
        }
        return null;
      }
    }.scan(unit, null);
  }

  /** The packages that have sources. */
  SortedSet<String> packages() {
    return new TreeSet<>(places.keySet());
  }

  /** The packages that a package names, without itself. */
  SortedSet<String> from(String name) {
    return new TreeSet<>(places.getOrDefault(name, new TreeMap<>()).keySet());
  }

  /** Where a package names another, as {@code File.java:line}. */
  SortedSet<String> places(String from, String to) {
    return places.get(from).get(to);
  }
}
