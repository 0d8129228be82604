package dev.parlando.realtime;

import dev.parlando.wire.FieldValues;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.ObjectMapping.Definition;
import java.util.function.Function;

/** Describes a class of the Realtime protocol, which has two dialects. */
final class RealtimeMapping {

  private static final Dialect[] DIALECTS = Dialect.values();

  private RealtimeMapping() {}

  /**
   * Describes a class.
   *
   * @param extras takes the extra fields from an object
   * @param body names the fields, in the order in which they are written, and returns how the
   *     object is made of their values
   */
  static <T> ObjectMapping<T> define(
      Function<T, Extras> extras, Function<Definition<T, T>, Function<FieldValues, T>> body) {
    return ObjectMapping.define(DIALECTS, object -> extras.apply(object).fields(), body);
  }
}
