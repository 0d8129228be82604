package dev.parlando;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a property that the model left out. It stands in the schema as {@code default} and
 * is checked at compile time against the property's type and constraints.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface DefaultValue {

  /**
   * The value as text: {@code 10}, {@code true}, an enum constant's wire name, an ISO-8601 date.
   */
  String value();
}
