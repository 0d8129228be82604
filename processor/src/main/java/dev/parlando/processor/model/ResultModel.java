package dev.parlando.processor.model;

/**
 * What a tool answers.
 *
 * @param kind how it becomes a result
 * @param type the value, without what it is wrapped in; not asked for where there is none
 * @param wrapping what Java wraps the value in
 * @param later whether it comes in a {@code CompletionStage}
 */
public record ResultModel(Kind kind, TypeModel type, Wrapping wrapping, boolean later) {

  /** How a value becomes a result. */
  public enum Kind {
    /** There is no value. */
    NONE,
    /** It is a result already. */
    RESULT,
    /** It is text, and goes out as it is. */
    TEXT,
    /** It is written as JSON. */
    JSON
  }
}
