package dev.parlando.tool;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Finds the generated tool set of an annotated object that is known only at run time. */
public final class ToolSets {

  private ToolSets() {}

  /**
   * The tool set of an object. Where the class is known at compile time, {@code new XTools(x)} does
   * the same without looking anything up.
   *
   * @param agent an instance of a class with {@code @Tool} methods
   * @throws IllegalStateException if no class was generated for it, with the likely reason
   */
  public static ToolSet of(Object agent) {
    Class<?> annotated = agent.getClass();
    String generated = generatedName(annotated);
    try {
      Class<?> type = Class.forName(generated, true, annotated.getClassLoader());
      Constructor<?> constructor = type.getDeclaredConstructor(annotated);
      constructor.setAccessible(true);
      return (ToolSet) constructor.newInstance(agent);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(missing(annotated, generated), e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(generated + " could not be created", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          generated + " is not what this version generates; compile " + annotated + " anew", e);
    }
  }

  private static String generatedName(Class<?> annotated) {
    String packageName = annotated.getPackageName();
    String simple =
        annotated.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    return (packageName.isEmpty() ? "" : packageName + ".") + simple.replace('$', '_') + "Tools";
  }

  private static String missing(Class<?> annotated, String generated) {
    return "There is no class "
        + generated
        + ". The annotation processor generates it when "
        + annotated.getName()
        + " is compiled, if a method is annotated with @Tool. Most likely the processor did not run:"
        + " JDK 23 and later ignore processors on the class path. Name dev.parlando:parlando-processor"
        + " in <annotationProcessorPaths> of maven-compiler-plugin, or as annotationProcessor in"
        + " Gradle.";
  }
}
