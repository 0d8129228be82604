package dev.parlando.processor.discover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as it stands, defaults filled in.
 *
 * @param name its qualified name
 * @param values its values by name: text, numbers and booleans as they are, enum constants by their
 *     name, classes as {@code TypeMirror}, annotations as {@code Annotation}, arrays as lists
 * @param mirror what the compiler knows it by
 */
record Annotation(String name, Map<String, Object> values, AnnotationMirror mirror) {

  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  String text(String value) {
    return (String) get(value);
  }

  boolean flag(String value) {
    return (Boolean) get(value);
  }

  long number(String value) {
    return ((Number) get(value)).longValue();
  }

  List<?> list(String value) {
    return (List<?>) get(value);
  }

  private Object get(String value) {
    return Objects.requireNonNull(values.get(value), () -> name + " has no " + value);
  }

  /** Two are equal if they say the same, wherever they stand. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Annotation that
        && name.equals(that.name)
        && values.toString().equals(that.values.toString());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "@" + name + values;
  }
}
