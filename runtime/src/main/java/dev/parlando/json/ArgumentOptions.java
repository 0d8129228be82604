package dev.parlando.json;

import java.time.Clock;

/**
 * How arguments are decoded.
 *
 * @param clock what {@code @Past} and {@code @Future} compare with
 * @param repairs whether lossless repairs of what models really send are made
 */
public record ArgumentOptions(Clock clock, boolean repairs) {

  /** The system's clock, with repairs. */
  public static final ArgumentOptions DEFAULT = new ArgumentOptions(Clock.systemUTC(), true);
}
