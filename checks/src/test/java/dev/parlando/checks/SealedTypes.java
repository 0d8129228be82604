package dev.parlando.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sealed types of a module, and which of their subtypes a source tells apart. */
final class SealedTypes {

  private static final Pattern INSTANCEOF = Pattern.compile("instanceof\\s+([A-Z][\\w.]*)");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");

  /** The sealed types by their names in sources, as {@code dev.parlando.tool.ToolOutcome}. */
  private final SortedMap<String, Class<?>> roots = new TreeMap<>();

  /** Finds the sealed types among the compiled classes of modules. */
  static SealedTypes of(List<PublishedModule> modules) {
    SealedTypes types = new SealedTypes();
    for (PublishedModule module : modules) {
      for (Path file : PublishedModule.files(module.classes(), ".class")) {
        String name = module.classes().relativize(file).toString().replace('/', '.');
        if (!name.endsWith("-info.class")) {
          types.add(load(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, SealedTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The class path of this module lacks " + name, e);
    }
  }

  private void add(Class<?> type) {
    if (type.isSealed() && type.getCanonicalName() != null) {
      roots.put(type.getCanonicalName(), type);
    }
  }

  /**
   * Reads a source.
   *
   * @return by sealed type of which it tells two subtypes or more apart, those that it leaves out
   */
  SortedMap<String, SortedSet<String>> leftOut(Path source) {
    String text = read(source);
    SortedSet<String> named = named(text);
    SortedMap<String, SortedSet<String>> leftOut = new TreeMap<>();
    for (Map.Entry<String, Class<?>> root : roots.entrySet()) {
      List<Class<?>> told = new ArrayList<>();
      descendants(root.getValue())
          .filter(type -> type.getCanonicalName() != null)
          .filter(type -> named.contains(type.getCanonicalName()))
          .forEach(told::add);
      if (told.size() > 1) {
        SortedSet<String> missing = new TreeSet<>();
        leaves(root.getValue())
            .filter(leaf -> told.stream().noneMatch(type -> type.isAssignableFrom(leaf)))
            .forEach(leaf -> missing.add(simpleName(root.getValue(), leaf)));
        leftOut.put(root.getKey(), missing);
      }
    }
    return leftOut;
  }

  /** The sealed types' subtypes that a source asks for, by their canonical names. */
  private SortedSet<String> named(String text) {
    List<String> imports = IMPORT.matcher(text).results().map(each -> each.group(1)).toList();
    SortedSet<String> named = new TreeSet<>();
    Matcher matcher = INSTANCEOF.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      String first = name.replaceFirst("\\..*", "");
      imports.stream()
          .filter(each -> each.endsWith("." + first))
          .forEach(each -> named.add(each + name.substring(first.length())));
      roots.values().stream()
          .flatMap(SealedTypes::descendants)
          .filter(type -> imports.stream().noneMatch(each -> each.endsWith("." + first)))
          .filter(type -> type.getCanonicalName() != null)
          .filter(type -> type.getCanonicalName().endsWith("." + name))
          .forEach(type -> named.add(type.getCanonicalName()));
    }
    return named;
  }

  private static Stream<Class<?>> descendants(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(each -> Stream.concat(Stream.of(each), descendants(each)))
        : Stream.of();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::leaves)
        : Stream.of(type);
  }

  private static String simpleName(Class<?> root, Class<?> leaf) {
    String name = leaf.getCanonicalName();
    return name.startsWith(root.getCanonicalName() + ".")
        ? leaf.getSimpleName()
        : name.substring(leaf.getPackageName().length() + 1);
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
