package dev.parlando.transport;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One dial: an address with the credentials of that moment. Its text form shows no credential.
 *
 * @param uri the {@code ws} or {@code wss} address
 * @param headers request headers by name
 * @param subprotocols WebSocket subprotocols to offer, in order
 */
public record DialRequest(URI uri, Map<String, String> headers, List<String> subprotocols) {

  private static final Pattern SECRET_QUERY =
      Pattern.compile("(?i)([?&][^=&]*(?:key|token|secret|sig)[^=&]*=)[^&]*");

  /** Copies the collections. */
  public DialRequest {
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  /** The address without credentials in its query or user part, for people to read. */
  public String address() {
    String text = SECRET_QUERY.matcher(uri.toString()).replaceAll("$1***");
    String user = uri.getRawUserInfo();
    return user == null ? text : text.replace(user + "@", "***@");
  }

  @Override
  public String toString() {
    return "DialRequest[" + address() + ", headers=" + headers.keySet() + "]";
  }
}
