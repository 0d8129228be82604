package dev.parlando.internal.engine.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A map that forgets its oldest entry when it grows beyond a limit, so that what is remembered
 * against duplicates and late events stays bounded in a session of any length.
 */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int limit;
  private final transient Predicate<V> forgettable;

  public Bounded(int limit) {
    this(limit, value -> true);
  }

  /**
   * @param forgettable whether a value may be forgotten yet
   */
  public Bounded(int limit, Predicate<V> forgettable) {
    this.limit = limit;
    this.forgettable = forgettable;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit && forgettable.test(eldest.getValue());
  }
}
