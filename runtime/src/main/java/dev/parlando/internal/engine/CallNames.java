package dev.parlando.internal.engine;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.tool.ToolCall;
import java.util.Map;

/**
 * What calls and responses are called here and on the wire. Servers number them as they like: anew
 * in each response, or with each connection. Ours are never used twice in a session.
 */
final class CallNames {

  private record Named(ToolCall call, String wireId) {}

  private final Map<String, Named> calls = new Bounded<>(10_000);
  private final Map<String, Boolean> used = new Bounded<>(10_000);
  private int connection = 1;

  /** A new connection: its ids mean something else, even if they are the same. */
  void connectionLost() {
    connection++;
  }

  /** Our name of a response on the connection of now. */
  String response(String wireId) {
    return connection == 1 ? wireId : connection + ":" + wireId;
  }

  String wireResponse(String id) {
    return connection == 1 ? id : id.substring(id.indexOf(':') + 1);
  }

  /** Names a call that was not told of before. */
  ToolCall name(String wireId, String tool, String arguments) {
    String id = wireId;
    for (int times = 2; used.putIfAbsent(id, true) != null; times++) {
      id = wireId + "_" + times;
    }
    ToolCall call = new ToolCall(id, tool, arguments);
    calls.put(id, new Named(call, wireId));
    return call;
  }

  String wireCall(String id) {
    Named named = calls.get(id);
    return named == null ? id : named.wireId();
  }

  ToolCall call(String id) {
    Named named = calls.get(id);
    return named == null ? new ToolCall(id, "", "") : named.call();
  }
}
