package dev.parlando;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose {@link Tool} methods make up a voice agent, with the configuration that belongs to
 * it. A class with tools and no such annotation is a tool set without a configuration of its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VoiceAgent {

  /** What the model is told about its task and manner. Empty: the server's default. */
  String instructions() default "";

  /** The voice that answers, for example {@code marin}. Empty: the server's default. */
  String voice() default "";

  /** The model to talk to. Empty: the endpoint's. */
  String model() default "";
}
