package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/**
 * A way around the general one, for the messages that are most of the traffic. It gives what the
 * general way gives, or nothing: whatever is unusual about a message is left to that.
 */
interface Shortcut<E> {

  /** The event, or null if the general way is to read it. */
  @Nullable E read(byte[] utf8);

  /** The message in either dialect, or null if the general way is to write it. */
  byte @Nullable [] write(E event);

  /** None at all. */
  static <E> Shortcut<E> none() {
    return new Shortcut<>() {
      @Override
      public @Nullable E read(byte[] utf8) {
        return null;
      }

      @Override
      public byte @Nullable [] write(E event) {
        return null;
      }
    };
  }
}
