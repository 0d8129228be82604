package dev.parlando.checks;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text of types and annotations: the same on every JDK, with nullness, short for java.lang. */
final class ApiType {

  private ApiType() {}

  static String text(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String nullness = nullness(type);
      return text(array.getAnnotatedGenericComponentType())
          + (nullness.isEmpty() ? "" : " " + nullness)
          + "[]";
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      String bounds = bounds(wildcard.getAnnotatedUpperBounds());
      return lower.length > 0 ? "? super " + text(lower[0]) : "?" + bounds;
    }
    String name;
    if (type instanceof AnnotatedParameterizedType generic) {
      name =
          name((Class<?>) ((ParameterizedType) type.getType()).getRawType())
              + Arrays.stream(generic.getAnnotatedActualTypeArguments())
                  .map(ApiType::text)
                  .collect(Collectors.joining(", ", "<", ">"));
    } else if (type instanceof AnnotatedTypeVariable) {
      name = type.getType().getTypeName();
    } else {
      name = name(type.getType());
    }
    return nullness(type) + name;
  }

  static String texts(AnnotatedType... types) {
    return Arrays.stream(types).map(ApiType::text).collect(Collectors.joining(", "));
  }

  /** Type parameters in angle brackets, or nothing. */
  static String parameters(TypeVariable<?>... variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable -> variable.getName() + bounds(variable.getAnnotatedBounds()))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String bounds(AnnotatedType... bounds) {
    String text = Arrays.stream(bounds).map(ApiType::text).collect(Collectors.joining(" & "));
    return text.isEmpty() || text.equals("Object") ? "" : " extends " + text;
  }

  static String name(Type type) {
    if (!(type instanceof Class<?> named)) {
      return type.getTypeName();
    }
    String name = named.getCanonicalName();
    boolean plain = named.getPackageName().equals("java.lang") && name.startsWith("java.lang.");
    return plain ? name.substring("java.lang.".length()) : name;
  }

  private static String nullness(AnnotatedType type) {
    return Arrays.stream(type.getAnnotations())
        .map(annotation -> "@" + annotation.annotationType().getSimpleName() + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  /** The annotations that are part of a contract with the compiler: those of the JDK. */
  static String annotations(AnnotatedElement element) {
    return Arrays.stream(element.getDeclaredAnnotations())
        .filter(a -> a.annotationType().getPackageName().startsWith("java.lang"))
        .filter(a -> !a.annotationType().getSimpleName().equals("Documented"))
        .map(annotation -> annotation(annotation) + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String annotation(Annotation annotation) {
    String values =
        Stream.of(annotation.annotationType().getDeclaredMethods())
            .sorted(Comparator.comparing(Method::getName))
            .filter(
                member -> !value(value(annotation, member)).equals(value(member.getDefaultValue())))
            .map(member -> member.getName() + " = " + value(value(annotation, member)))
            .collect(Collectors.joining(", "));
    String name = "@" + annotation.annotationType().getSimpleName();
    return values.isEmpty() ? name : name + "(" + values + ")";
  }

  private static Object value(Annotation annotation, Method member) {
    try {
      return member.invoke(annotation);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(member.toString(), e);
    }
  }

  /** The text of a constant, or of an annotation's value. */
  static String value(@Nullable Object value) {
    if (value instanceof String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + "\"";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Class<?> type) {
      return name(type) + ".class";
    }
    if (value != null && value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> value(Array.get(value, i)))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Annotation annotation) {
      return annotation(annotation);
    }
    return String.valueOf(value);
  }
}
