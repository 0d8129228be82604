package dev.parlando.processor.render;

import com.palantir.javapoet.NameAllocator;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of the members of a generated class; no two are the same. */
final class Names {

  private static final List<String> TAKEN =
      List.of(
          "AGENT",
          "DEFINITIONS",
          "agent",
          "definitions",
          "masked",
          "prepare",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern ABBREVIATION_END = Pattern.compile("([A-Z]+)([A-Z][a-z])");

  private final NameAllocator members = new NameAllocator();
  private final Map<String, String> byKey = new HashMap<>();

  Names() {
    TAKEN.forEach(members::newName);
  }

  /** The method that prepares a call of a tool. */
  String tool(ToolModel tool) {
    return member("tool " + tool.name(), tool.method());
  }

  /** The method that reads a type. */
  String reader(DeclaredModel type) {
    return member("read " + type.id(), "read" + words(type));
  }

  /** The method that writes a type. */
  String writer(DeclaredModel type) {
    return member("write " + type.id(), "write" + words(type));
  }

  /** A constant about a type of the application. */
  String constant(String key, DeclaredModel type) {
    return member(key, upperSnake(words(type)));
  }

  /** A constant about a type. */
  String constant(String key, JavaType type, String suffix) {
    return member(key, upperSnake(words(type)) + suffix);
  }

  /** A constant. */
  String constant(String key, String name) {
    return member(key, upperSnake(name));
  }

  private String member(String key, String wanted) {
    return byKey.computeIfAbsent(key, k -> members.newName(wanted));
  }

  /** A record that is read as a variant is another type than the same record by itself. */
  private static String words(DeclaredModel type) {
    boolean isVariant = type instanceof RecordModel object && object.tag().isPresent();
    return words(type.javaType()) + (isVariant ? "Variant" : "");
  }

  /** {@code Page<Item>} becomes {@code PageOfItem}. */
  private static String words(JavaType type) {
    if (type instanceof JavaType.Array array) {
      return words(array.component()) + "Array";
    }
    if (type instanceof JavaType.Wildcard wildcard) {
      return words(wildcard.bound());
    }
    if (type instanceof JavaType.ClassType classType) {
      return classType.arguments().isEmpty()
          ? classType.simpleName()
          : classType.arguments().stream()
              .map(Names::words)
              .collect(Collectors.joining("And", classType.simpleName() + "Of", ""));
    }
    String keyword = type.toString();
    return Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
  }

  private static String upperSnake(String name) {
    String words = WORD_END.matcher(name).replaceAll("$1_$2");
    return ABBREVIATION_END.matcher(words).replaceAll("$1_$2").toUpperCase(Locale.ROOT);
  }
}
