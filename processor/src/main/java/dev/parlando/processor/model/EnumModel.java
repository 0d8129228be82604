package dev.parlando.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param unknown the Java name of the constant that stands for every unknown name
 */
public record EnumModel(
    String id,
    JavaType.ClassType javaType,
    String description,
    List<Constant> constants,
    Optional<String> unknown,
    Origin origin)
    implements DeclaredModel {

  /** Keeps an immutable copy. */
  public EnumModel {
    constants = List.copyOf(constants);
  }

  /**
   * A constant.
   *
   * @param javaName its name in Java
   * @param name its name for the model
   * @param aliases further names that are taken
   * @param description what it means; empty if it has no description
   */
  public record Constant(String javaName, String name, List<String> aliases, String description) {

    /** Keeps an immutable copy. */
    public Constant {
      aliases = List.copyOf(aliases);
    }
  }
}
