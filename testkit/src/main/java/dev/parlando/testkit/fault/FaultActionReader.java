package dev.parlando.testkit.fault;

import dev.parlando.testkit.internal.file.Fields;

/** Reads what goes wrong. */
final class FaultActionReader {

  private FaultActionReader() {}

  static FaultAction read(Fields fields) {
    return switch (fields.text("do")) {
      case "drop" -> new FaultAction.Drop();
      case "duplicate" -> new FaultAction.Duplicate();
      case "delay" -> new FaultAction.Delay(fields.duration("duration"));
      case "postpone" -> new FaultAction.Postpone(fields.duration("duration"));
      case "fail" ->
          new FaultAction.Fail(
              fields.text("code", "server_error"), fields.text("message", "A fault."));
      case "hold-back" -> new FaultAction.HoldBack(fields.integer("events", 1));
      case "corrupt" -> new FaultAction.Corrupt(fields.has("text") ? fields.text("text") : null);
      case "as-binary" -> new FaultAction.AsBinary();
      case "inflate" -> new FaultAction.Inflate(fields.integer("bytes", 2_000_000));
      case "rename" -> new FaultAction.Rename();
      case "close" ->
          new FaultAction.Close(fields.integer("code", 1011), fields.text("reason", "A fault"));
      case "abort" -> new FaultAction.Abort();
      case "go-silent" -> new FaultAction.GoSilent();
      case "freeze" -> new FaultAction.Freeze();
      case "reject" ->
          new FaultAction.Reject(
              fields.text("type", "invalid_request_error"),
              fields.has("code") ? fields.text("code") : null,
              fields.text("message", "A fault."),
              !fields.text("anonymous", "false").equals("true"));
      case "refuse" ->
          new FaultAction.Refuse(fields.integer("status", 503), fields.text("body", "A fault"));
      case "stall" -> new FaultAction.Stall();
      default ->
          throw fields.problem(
              "do must be drop, duplicate, delay, postpone, hold-back, corrupt, as-binary, inflate,"
                  + " rename, close, abort, go-silent, freeze, fail, reject, refuse or stall, not "
                  + fields.text("do"));
    };
  }
}
