package dev.parlando.json;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the constraints that an application defined, with the validator that it handed in. */
public final class CustomConstraints {

  private CustomConstraints() {}

  /**
   * Checks an argument whose other constraints hold. Without a validator it does nothing.
   *
   * @param argument a record, or a container of records
   * @param path where the argument stands; empty for all arguments
   * @throws InvalidArgumentsException with every violation found, in the order of their paths
   */
  public static void check(@Nullable Object argument, String path, ArgumentOptions options)
      throws InvalidArgumentsException {
    Validator validator = options.validator();
    if (validator == null) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    collect(argument, path, validator, violations);
    if (!violations.isEmpty()) {
      violations.sort(Comparator.comparing(Violation::path).thenComparing(Violation::message));
      throw new InvalidArgumentsException(violations);
    }
  }

  /** Goes into containers, which to a validator are objects without constraints. */
  private static void collect(
      @Nullable Object argument, String path, Validator validator, List<Violation> violations) {
    if (argument instanceof Optional<?> optional) {
      optional.ifPresent(value -> collect(value, path, validator, violations));
    } else if (argument instanceof Object[] array) {
      collect(Arrays.asList(array), path, validator, violations);
    } else if (argument instanceof Iterable<?> values) {
      int index = 0;
      for (Object value : values) {
        collect(value, path + "[" + index++ + "]", validator, violations);
      }
    } else if (argument instanceof Map<?, ?> map) {
      map.forEach((key, value) -> collect(value, path + "." + key, validator, violations));
    } else if (argument != null) {
      for (ConstraintViolation<Object> violation : validator.validate(argument)) {
        violations.add(new Violation(path(path, violation), violation.getMessage()));
      }
    }
  }

  /** The path as arguments have it, without the names that Jakarta gives to parts of containers. */
  private static String path(String start, ConstraintViolation<?> violation) {
    StringBuilder path = new StringBuilder(start);
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        path.append('[').append(node.getIndex()).append(']');
      } else if (node.getKey() != null) {
        path.append('.').append(node.getKey());
      }
      String name = node.getName();
      if (name != null && !name.startsWith("<")) {
        path.append(path.length() == 0 ? "" : ".").append(name);
      }
    }
    return path.toString();
  }
}
