package dev.parlando.examples.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the console's own page in. Any page that a developer visits can reach a server on
 * loopback: by its Origin it is told apart, and by the Host where its name was bent to this
 * machine.
 */
final class Admission extends Handler.Wrapper {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Set<String> hosts;

  /**
   * @param hosts names by which the console may be called, beside those of loopback
   */
  Admission(Handler handler, Set<String> hosts) {
    super(handler);
    this.hosts = hosts;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String host = orEmpty(request.getHeaders().get(HttpHeader.HOST)).toLowerCase(Locale.ROOT);
    String name = host.replaceAll(":\\d+$", "");
    if (!LOOPBACK.contains(name) && !hosts.contains(name)) {
      return refuse(
          response,
          callback,
          421,
          "This console is not called \"%s\". Use localhost, or start it with -Dweb.hosts=%s."
              .formatted(name, name));
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean changes =
        "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))
            || !SAFE.contains(request.getMethod());
    if (origin == null ? changes : !host.equals(authority(origin))) {
      return refuse(
          response, callback, 403, "Only the console's own page may connect, not " + origin + ".");
    }
    response.getHeaders().put("Content-Security-Policy", POLICY);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    return super.handle(request, response, callback);
  }

  private static String authority(String origin) {
    try {
      return orEmpty(URI.create(origin).getRawAuthority()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean refuse(Response response, Callback callback, int status, String why) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    Content.Sink.write(response, true, why + "\n", callback);
    return true;
  }
}
