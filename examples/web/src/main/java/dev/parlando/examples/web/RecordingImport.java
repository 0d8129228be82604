package dev.parlando.examples.web;

import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a recording for the page: JSON lines, or what a Node.js program printed. Answers with wire
 * frames, one a line.
 */
final class RecordingImport extends Handler.Abstract {

  private static final long MAX_BYTES = 256L << 20;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    if (!"/recordings".equals(request.getHttpURI().getPath())) {
      return false;
    }
    if (request.getLength() > MAX_BYTES) {
      return answer(response, callback, 413, "A recording may have 256 MB; this one has more.");
    }
    String text = Content.Source.asString(request, StandardCharsets.UTF_8);
    try {
      return answer(response, callback, 200, frames(Recording.parse(text)));
    } catch (IllegalArgumentException problem) {
      return answer(response, callback, 422, "This is no recording: " + problem.getMessage());
    }
  }

  private static String frames(Recording recording) {
    StringBuilder lines = new StringBuilder();
    for (RecordedEvent recorded : recording.events()) {
      ObjectNode event = recorded.event().deepCopy();
      ObjectNode frame =
          JsonNodeFactory.instance
              .objectNode()
              .put("type", "wire")
              .put("dir", recorded.side() == RecordedEvent.Side.SERVER ? "server" : "client")
              .put("at", recorded.atMillis())
              .put("audioBytes", WireFrames.trim(event));
      frame.set("event", event);
      lines.append(frame).append('\n');
    }
    return lines.toString();
  }

  private static boolean answer(Response response, Callback callback, int status, String text) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    Content.Sink.write(response, true, text, callback);
    return true;
  }
}
