package dev.parlando.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A component of a record, or a plain parameter of a tool.
 *
 * @param javaName its name in Java
 * @param name its name for the model
 * @param aliases further names that are taken
 * @param description what it is, for the model; empty if it has no description
 * @param value its type, without the wrapping
 * @param wrapping what Java wraps the value in
 * @param nullable whether Java takes {@code null} for it
 * @param defaultValue what it is if the model leaves it out
 * @param sensitive whether its value must not be shown
 * @param hidden whether the model must not set it
 * @param javaType its type, with the wrapping
 * @param origin where it is declared
 */
public record PropertyModel(
    String javaName,
    String name,
    List<String> aliases,
    String description,
    ValueModel value,
    Wrapping wrapping,
    boolean nullable,
    Optional<String> defaultValue,
    boolean sensitive,
    boolean hidden,
    JavaType javaType,
    Origin origin) {

  /** Keeps an immutable copy. */
  public PropertyModel {
    aliases = List.copyOf(aliases);
  }

  /** Whether the model must set it. */
  public boolean required() {
    return wrapping == Wrapping.NONE && !nullable && defaultValue.isEmpty();
  }
}
