package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Step;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A function call, its arguments streamed in small pieces as a model writes them. */
final class CallOutput extends StreamedItem {

  private static final Pattern PIECE = Pattern.compile("\\w{1,8}|[^\\w]+");

  private final List<String> pieces;
  private final StringBuilder written = new StringBuilder();
  private int next;

  CallOutput(ResponseRun response, Step.Call call, Ids ids) {
    super(
        response,
        Json.object()
            .put("id", ids.next("item"))
            .put("type", "function_call")
            .put("status", "in_progress")
            .put("name", call.name())
            .put("call_id", call.callId() == null ? ids.nextCall() : call.callId())
            .put("arguments", ""));
    pieces = PIECE.matcher(call.arguments()).results().map(MatchResult::group).toList();
  }

  @Override
  int parts() {
    return pieces.size();
  }

  @Override
  void begin() {}

  @Override
  boolean hasMore() {
    return next < pieces.size();
  }

  @Override
  double stream() {
    String piece = pieces.get(next++);
    written.append(piece);
    response().usage().wrote(piece);
    response()
        .send(
            event("response.function_call_arguments.delta")
                .put("call_id", callId())
                .put("delta", piece));
    return 0;
  }

  @Override
  void finish() {
    item().node().put("arguments", written.toString());
    response()
        .send(
            event("response.function_call_arguments.done")
                .put("call_id", callId())
                .put("name", Json.text(item().node(), "name"))
                .put("arguments", written.toString()));
  }

  private String callId() {
    return Json.text(item().node(), "call_id");
  }
}
