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

  /** How many calls may run at once; those beyond wait. 0: only the session's limit counts. */
  int maxConcurrent() default 0;

  /**
   * How often in a turn the model may correct its arguments; then it is told to ask the user
   * instead. -1: the session's limit.
   */
  int maxCorrections() default -1;

  /** The longest output, in characters; the rest is cut off with a mark. 0: the session's limit. */
  int maxOutputChars() default 0;

  /**
   * Whether the model is asked to speak after the method returned. It always is when a call went
   * wrong.
   */
  boolean reply() default true;

  /**
   * Whether the caller's speech stops what the model says about the output. If not, what the caller
   * says meanwhile is answered after it, provided that the server is told {@code
   * interrupt_response: false}.
   */
  boolean interruptible() default true;
}
