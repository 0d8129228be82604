package dev.parlando.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java type as source code spells it. Its text is the same with every compiler, unlike that of a
 * {@code TypeMirror}.
 */
public sealed interface JavaType {

  /** The type for messages and generated names, without packages: {@code Page<Item>}. */
  String shortName();

  /** One of the eight primitive types. */
  record Primitive(String keyword) implements JavaType {

    @Override
    public String shortName() {
      return keyword;
    }

    @Override
    public String toString() {
      return keyword;
    }
  }

  /**
   * A class, interface, enum or record.
   *
   * @param packageName empty for the unnamed package
   * @param simpleNames the simple name after those of the types around it
   * @param arguments empty if not generic
   */
  record ClassType(String packageName, List<String> simpleNames, List<JavaType> arguments)
      implements JavaType {

    /** Keeps immutable copies. */
    public ClassType {
      simpleNames = List.copyOf(simpleNames);
      arguments = List.copyOf(arguments);
    }

    /** A top-level type that is not generic. */
    public static ClassType of(String packageName, String simpleName) {
      return new ClassType(packageName, List.of(simpleName), List.of());
    }

    /** The name without package, with the types around it: {@code Outer.Inner}. */
    public String nestedName() {
      return String.join(".", simpleNames);
    }

    /** The last simple name. */
    public String simpleName() {
      return simpleNames.get(simpleNames.size() - 1);
    }

    /** The name as in an import. */
    public String qualifiedName() {
      return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
    }

    /** The name as in a class file, with dots between packages. */
    public String binaryName() {
      String name = String.join("$", simpleNames);
      return packageName.isEmpty() ? name : packageName + "." + name;
    }

    @Override
    public String shortName() {
      return arguments.isEmpty() ? nestedName() : nestedName() + argumentText(JavaType::shortName);
    }

    @Override
    public String toString() {
      return arguments.isEmpty()
          ? qualifiedName()
          : qualifiedName() + argumentText(JavaType::toString);
    }

    private String argumentText(java.util.function.Function<JavaType, String> text) {
      return arguments.stream().map(text).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /**
   * A type argument that stands for several types.
   *
   * @param bound the type that it is about; {@code Object} for all types
   * @param isUpper whether it is for the types below that, not above
   */
  record Wildcard(JavaType bound, boolean isUpper) implements JavaType {

    /** Any type. */
    public static final Wildcard ANY = new Wildcard(ClassType.of("java.lang", "Object"), true);

    @Override
    public String shortName() {
      return equals(ANY) ? "?" : keyword() + bound.shortName();
    }

    @Override
    public String toString() {
      return equals(ANY) ? "?" : keyword() + bound;
    }

    private String keyword() {
      return isUpper ? "? extends " : "? super ";
    }
  }

  /** An array. */
  record Array(JavaType component) implements JavaType {

    @Override
    public String shortName() {
      return component.shortName() + "[]";
    }

    @Override
    public String toString() {
      return component + "[]";
    }
  }
}
