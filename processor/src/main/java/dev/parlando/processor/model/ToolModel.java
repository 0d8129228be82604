package dev.parlando.processor.model;

import java.util.List;

/**
 * A method that the model may call.
 *
 * @param name its name for the model
 * @param method its name in Java
 * @param isStatic whether it belongs to the class
 * @param description what it does, for the model
 * @param parameters its parameters, in order
 * @param arguments the record of its arguments
 * @param result what it answers
 * @param policy how the session runs it
 * @param origin the method
 */
public record ToolModel(
    String name,
    String method,
    boolean isStatic,
    String description,
    List<Parameter> parameters,
    TypeModel.Declared arguments,
    ResultModel result,
    PolicyModel policy,
    Origin origin) {

  /** Keeps an immutable copy. */
  public ToolModel {
    parameters = List.copyOf(parameters);
  }

  /** What a parameter takes. */
  public enum Source {
    /** All arguments, as a record. */
    ARGUMENTS,
    /** One argument. */
    PROPERTY,
    /** The call's context. */
    CONTEXT
  }

  /**
   * A parameter.
   *
   * @param name its name in Java
   */
  public record Parameter(String name, Source source) {}

  /**
   * How the session runs the tool.
   *
   * @param effect the constant of {@code SideEffect}
   * @param timeoutMillis 0 for the session's limit
   * @param maxConcurrent 0 for the session's limit
   * @param maxCorrections -1 for the session's limit
   * @param maxOutputChars 0 for the session's limit
   */
  public record PolicyModel(
      String effect,
      long timeoutMillis,
      boolean sequential,
      boolean sensitive,
      long maxConcurrent,
      long maxCorrections,
      long maxOutputChars,
      boolean reply,
      boolean interruptible) {

    /** The policy of a tool that sets nothing. */
    public static final PolicyModel DEFAULT =
        new PolicyModel("UNSPECIFIED", 0, false, false, 0, -1, 0, true, true);
  }
}
