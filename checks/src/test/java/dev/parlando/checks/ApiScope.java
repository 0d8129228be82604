package dev.parlando.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of Parlando is promised: public types of exported packages, and what they hold.
 *
 * @param packages the exported packages of all artifacts
 */
record ApiScope(Set<String> packages) {

  static ApiScope of(List<PublishedModule> modules) {
    Set<String> packages = new TreeSet<>();
    modules.forEach(module -> packages.addAll(exports(module)));
    return new ApiScope(packages);
  }

  /** The packages that a module exports to everybody; internal ones are never promised. */
  static Set<String> exports(PublishedModule module) {
    Set<String> names = new TreeSet<>();
    module
        .descriptor()
        .map(ApiScope::read)
        .ifPresent(
            descriptor ->
                descriptor.exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .filter(name -> !name.contains(".internal."))
                    .forEach(names::add));
    return names;
  }

  static ModuleDescriptor read(Path descriptor) {
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether users may name the type. Types of the JDK and of libraries are theirs. */
  boolean holds(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    if (outer != null) {
      return holds(outer) && isVisible(outer, type.getModifiers()) && !type.isAnonymousClass();
    }
    return Modifier.isPublic(type.getModifiers())
        && !type.isSynthetic()
        && (!type.getPackageName().startsWith("dev.parlando")
            || packages.contains(type.getPackageName()));
  }

  /** Returns whether users see a member of a type: a protected one only if they can extend it. */
  static boolean isVisible(Class<?> owner, int modifiers) {
    return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && isExtensible(owner));
  }

  private static boolean isExtensible(Class<?> type) {
    return !Modifier.isFinal(type.getModifiers())
        && Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(
                constructor ->
                    Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers()));
  }
}
