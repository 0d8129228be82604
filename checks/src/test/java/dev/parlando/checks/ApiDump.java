package dev.parlando.checks;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The public API of an artifact as text that people review: its module, then each type with a line
 * for each member, sorted by name.
 */
final class ApiDump {

  private final ApiScope scope;
  private final ClassLoader loader;

  /**
   * @param loader finds the classes, and those they name
   */
  ApiDump(ApiScope scope, ClassLoader loader) {
    this.scope = scope;
    this.loader = loader;
  }

  String of(PublishedModule module) {
    StringBuilder text = new StringBuilder();
    module.descriptor().map(ApiScope::read).ifPresent(descriptor -> append(text, descriptor));
    for (String processor : ProcessorApi.names(module)) {
      text.append(ProcessorApi.text(processor, loader));
    }
    for (Class<?> type : types(module)) {
      ApiTypeText.append(text.append('\n'), type, scope);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, ModuleDescriptor descriptor) {
    text.append("module ").append(descriptor.name()).append('\n');
    TreeSet<String> lines = new TreeSet<>();
    descriptor.exports().stream()
        .filter(export -> !export.isQualified() && !export.source().contains(".internal."))
        .forEach(export -> lines.add("exports " + export.source()));
    descriptor.requires().stream()
        .filter(requires -> !requires.name().equals("java.base"))
        .forEach(
            requires ->
                lines.add(
                    "requires "
                        + isA(requires, ModuleDescriptor.Requires.Modifier.STATIC, "static ")
                        + isA(
                            requires, ModuleDescriptor.Requires.Modifier.TRANSITIVE, "transitive ")
                        + requires.name()));
    descriptor.uses().forEach(service -> lines.add("uses " + service));
    descriptor.provides().forEach(provided -> lines.add("provides " + provided.service()));
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private static String isA(
      ModuleDescriptor.Requires requires,
      ModuleDescriptor.Requires.Modifier modifier,
      String text) {
    return requires.modifiers().contains(modifier) ? text : "";
  }

  private List<Class<?>> types(PublishedModule module) {
    TreeSet<String> exported = new TreeSet<>(ApiScope.exports(module));
    List<Class<?>> types = new ArrayList<>();
    for (Path file : PublishedModule.files(module.classes(), ".class")) {
      String name = module.classes().relativize(file).toString().replace('\\', '/');
      name = name.substring(0, name.length() - ".class".length()).replace('/', '.');
      int dot = name.lastIndexOf('.');
      if (dot < 0 || !exported.contains(name.substring(0, dot)) || name.endsWith("-info")) {
        continue;
      }
      Class<?> type = load(name, loader);
      if (scope.holds(type)) {
        types.add(type);
      }
    }
    types.sort(Comparator.comparing(Class::getName));
    return types;
  }

  static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("checks/pom.xml lacks the artifact of " + name, e);
    }
  }
}
