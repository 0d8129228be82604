package dev.parlando;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the model may call.
 *
 * <p>The method takes one parameter record, or plain parameters (each becomes a property of the
 * tool), and optionally one {@code dev.parlando.tool.ToolContext}, which the model never sees. The
 * annotation processor generates the tool's JSON Schema, the decoder of its arguments and the call.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {

  /** What the tool does, for the model. Left empty: {@link Describe}, else the method's Javadoc. */
  String value() default "";

  /** The tool's name for the model. Left empty, it is the method's name in snake_case. */
  String name() default "";

  /**
   * What a call changes outside the conversation. It is part of the tool's policy, for whoever
   * decides whether a call may be run again or given up.
   */
  SideEffect effect() default SideEffect.UNSPECIFIED;

  /** How long a call may take, in ms; then the model is told that it timed out. 0: no own limit. */
  long timeoutMillis() default 0;

  /** Whether a call waits for the calls before it and holds up those after it. */
  boolean sequential() default false;
}
