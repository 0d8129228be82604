package dev.parlando.testkit.observe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a client asked for its connection.
 *
 * @param path the path of the URL
 * @param query the parameters of the URL, decoded
 * @param headers the HTTP headers, names in lower case
 * @param subprotocols the WebSocket subprotocols that the client offered, in its order
 */
public record ClientHandshake(
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    List<String> subprotocols) {

  /** The first value of a query parameter, if there is one. */
  public Optional<String> queryValue(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The first value of a header, in whatever case it is named. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "%s?%s headers %s"
        .formatted(
            path,
            query.keySet().stream().sorted().collect(Collectors.joining("&")),
            headers.keySet().stream().sorted().toList());
  }
}
