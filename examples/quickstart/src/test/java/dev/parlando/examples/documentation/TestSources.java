package dev.parlando.examples.documentation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * The test classes of a project, as far as they name rules by number: in the names of test methods,
 * as in {@code r17_r18_aCallIsRunOnce}, and in the Javadoc of classes, as in "R78: what was heard".
 * They are read from their sources, which has to be enough for modules that this one can't depend
 * on.
 */
final class TestSources {

  private static final String FOLDER = Path.of("src", "test", "java").toString();
  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
  private static final Pattern RULES_OF_METHOD = Pattern.compile("\\Gr([0-9]+)_");
  private static final Pattern RULES_OF_CLASS = Pattern.compile("\\bR([0-9]+)\\b");

  private TestSources() {}

  /**
   * The tests of each rule that any test names: {@code Class#method}, or {@code Class} where it is
   * about the rule as a whole. Packages are left out, for a test that moves stays the same test.
   *
   * @param project its folder
   */
  static SortedMap<Integer, SortedSet<String>> testsByRule(Path project) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SortedMap<Integer, SortedSet<String>> tests = new TreeMap<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  problem -> {}, // Whether it compiles is proven elsewhere.
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(project)));
      Collector collector = new Collector(DocTrees.instance(task), tests);
      for (CompilationUnitTree unit : task.parse()) {
        collector.scan(unit, "");
      }
    }
    return tests;
  }

  private static List<Path> sources(Path project) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // What a build left there may be a copy, or vanish at any time.
            return folder.endsWith("target") || folder.endsWith("node_modules")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java") && file.toString().contains(FOLDER)) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }

  /** Collects what the classes of a file name. Its parameter is the class it is in. */
  private static final class Collector extends TreePathScanner<@Nullable Void, String> {

    private final DocTrees trees;
    private final SortedMap<Integer, SortedSet<String>> tests;

    Collector(DocTrees trees, SortedMap<Integer, SortedSet<String>> tests) {
      this.trees = trees;
      this.tests = tests;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
      String name = type.getSimpleName().toString();
      if (type.getMembers().stream().anyMatch(Collector::isTest)) {
        String javadoc = Objects.requireNonNullElse(trees.getDocComment(getCurrentPath()), "");
        collect(RULES_OF_CLASS.matcher(javadoc), name);
      }
      return super.visitClass(type, name);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
      if (isTest(method)) {
        String name = method.getName().toString();
        collect(RULES_OF_METHOD.matcher(name), type + "#" + name);
      }
      return super.visitMethod(method, type);
    }

    private void collect(Matcher rule, String test) {
      while (rule.find()) {
        tests.computeIfAbsent(Integer.valueOf(rule.group(1)), it -> new TreeSet<>()).add(test);
      }
    }

    private static boolean isTest(Tree member) {
      return member instanceof MethodTree method
          && method.getModifiers().getAnnotations().stream()
              .map(AnnotationTree::getAnnotationType)
              .anyMatch(type -> TESTS.contains(type.toString()));
    }
  }
}
