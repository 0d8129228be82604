package dev.parlando.tool;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generated tool set of an annotated object that is known only at run time, such as a
 * bean of a framework. Nothing is scanned: the name of the generated class follows from that of the
 * annotated one.
 *
 * <p>The object may be a proxy that extends the annotated class, as those of Spring (CGLIB),
 * Quarkus (ArC), Weld and Mockito do. The tool set calls the proxy, so what it adds stays in
 * effect.
 */
public final class ToolSets {

  private ToolSets() {}

  /**
   * The tool set of an object. Where the class is known at compile time, {@code new XTools(x)} does
   * the same without looking anything up.
   *
   * @param agent an instance of a class with {@code @Tool} methods, or a proxy of one
   * @throws IllegalStateException if no class was generated for it, with the likely reason
   */
  public static ToolSet of(Object agent) {
    return find(agent).orElseThrow(() -> new IllegalStateException(missing(agent.getClass())));
  }

  /**
   * The tool set of an object, if there is one: for frameworks that look at all their beans.
   *
   * @param bean any object
   * @throws IllegalStateException if a class was generated for it that can't be used
   */
  public static Optional<ToolSet> find(Object bean) {
    for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
      Class<?> generated = generated(type);
      if (generated != null) {
        return Optional.of(create(generated, type, bean));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether objects of a class have a tool set, without making one.
   *
   * @param type any class, also a proxy's
   */
  public static boolean existFor(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (generated(each) != null) {
        return true;
      }
    }
    return false;
  }

  /** The class generated for exactly this one; null: none. */
  private static @Nullable Class<?> generated(Class<?> annotated) {
    ClassLoader loader = annotated.getClassLoader();
    if (loader == null) {
      return null; // A class of the JDK.
    }
    try {
      Class<?> generated = Class.forName(generatedName(annotated), false, loader);
      return ToolSet.class.isAssignableFrom(generated) ? generated : null;
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  private static ToolSet create(Class<?> generated, Class<?> annotated, Object agent) {
    try {
      Constructor<?> constructor = generated.getDeclaredConstructor(annotated);
      constructor.setAccessible(true);
      return (ToolSet) constructor.newInstance(agent);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(generated.getName() + " could not be created", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          generated.getName()
              + " is not what this version generates; compile "
              + annotated
              + " anew",
          e);
    }
  }

  private static String generatedName(Class<?> annotated) {
    String packageName = annotated.getPackageName();
    String simple =
        annotated.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    return (packageName.isEmpty() ? "" : packageName + ".") + simple.replace('$', '_') + "Tools";
  }

  private static String missing(Class<?> type) {
    return "There is no class "
        + generatedName(type)
        + ". The annotation processor generates it when "
        + type.getName()
        + " is compiled, if a method is annotated with @Tool. Most likely the processor did not run:"
        + " JDK 23 and later ignore processors on the class path. Name dev.parlando:parlando-processor"
        + " in <annotationProcessorPaths> of maven-compiler-plugin, or as annotationProcessor in"
        + " Gradle.";
  }
}
