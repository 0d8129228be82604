package dev.parlando.testkit.internal.http;

import dev.parlando.testkit.observe.ClientHandshake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Reads a handshake from an HTTP request. */
final class HandshakeReader {

  private HandshakeReader() {}

  static ClientHandshake read(Request request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.getValue() == null ? "" : field.getValue());
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), List.copyOf(field.getValues()));
    }
    List<String> subprotocols = new ArrayList<>();
    for (String line : headers.getOrDefault("sec-websocket-protocol", List.of())) {
      for (String protocol : line.split(",", -1)) {
        subprotocols.add(protocol.strip());
      }
    }
    return new ClientHandshake(request.getHttpURI().getPath(), query, headers, subprotocols);
  }
}
