package dev.parlando.testkit.internal.http;

import dev.parlando.testkit.internal.rules.RefusedException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered over HTTP.
 *
 * @param body JSON, usually; may be empty
 */
record HttpAnswer(int status, String body) {

  static HttpAnswer ok(ObjectNode body) {
    return new HttpAnswer(200, body.toString());
  }

  static HttpAnswer error(int status, @Nullable String code, String message) {
    return error(status, code, null, message);
  }

  static HttpAnswer wrongKey() {
    return error(401, "invalid_api_key", "Incorrect API key provided.");
  }

  static HttpAnswer refused(RefusedException refused) {
    return error(400, refused.code(), refused.param(), refused.reason());
  }

  private static HttpAnswer error(
      int status, @Nullable String code, @Nullable String param, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .put("param", param)
        .put("code", code);
    return new HttpAnswer(status, body.toString());
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, body, callback);
  }
}
