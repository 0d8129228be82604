package dev.parlando.rest;

import dev.parlando.realtime.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key for one client, such as a browser, that ends by itself. Until then it opens any number of
 * sessions; a session that is open outlives it. Its text form does not show the key.
 *
 * @param value the key, as {@code ek_…}; it goes to the client and nowhere else
 * @param expiresAt when it ends, by the server's clock
 * @param session what the sessions that it opens will be, as the server understood it; null if it
 *     did not say
 */
public record ClientSecret(String value, Instant expiresAt, @Nullable Session session) {

  @Override
  public String toString() {
    return "ClientSecret[value=***, expiresAt=" + expiresAt + "]";
  }
}
