package dev.parlando.opentelemetry;

import dev.parlando.realtime.Usage;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of a session. The session's own is the child of what is current when it is ready. */
final class SessionSpans {

  private final Tracer tracer;
  private final Map<String, Span> replies = new HashMap<>();
  private final Map<String, Span> calls = new HashMap<>();
  private final Map<String, Usage> usages = new HashMap<>();
  private Span session = Span.getInvalid();
  private String conversation = "";
  private String model = "";

  SessionSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  void model(String name) {
    model = name;
  }

  void ready(String sessionId) {
    conversation = sessionId;
    session = describe(tracer.spanBuilder("invoke_agent"), "invoke_agent").startSpan();
  }

  private SpanBuilder describe(SpanBuilder span, String operation) {
    span.setSpanKind(operation.equals("chat") ? SpanKind.CLIENT : SpanKind.INTERNAL)
        .setAttribute(Names.OPERATION, operation)
        .setAttribute(Names.PROVIDER, "openai")
        .setAttribute(Names.CONVERSATION, conversation);
    return model.isEmpty() ? span : span.setAttribute(Names.MODEL, model);
  }

  private SpanBuilder child(String name, String operation) {
    SpanBuilder span = tracer.spanBuilder(name).setParent(Context.root().with(session));
    return describe(span, operation);
  }

  void replyStarted(String responseId) {
    String name = model.isEmpty() ? "chat" : "chat " + model;
    replies.put(
        responseId, child(name, "chat").setAttribute(Names.RESPONSE, responseId).startSpan());
  }

  /** Usage comes before the end of its reply is told. */
  void used(@Nullable String responseId, Usage usage) {
    if (responseId != null && replies.containsKey(responseId)) {
      usages.put(responseId, usage);
    }
  }

  void replyFinished(ReplyEvent.Finished reply) {
    Span span = replies.remove(reply.responseId());
    Usage usage = usages.remove(reply.responseId());
    if (span == null) {
      return;
    }
    if (usage != null && usage.inputTokens() != null && usage.outputTokens() != null) {
      span.setAttribute(Names.INPUT_TOKENS, usage.inputTokens());
      span.setAttribute(Names.OUTPUT_TOKENS, usage.outputTokens());
    }
    span.setAttribute(Names.STATUS, reply.status().wireName());
    if (reply.status() == ReplyEvent.Status.FAILED || reply.status() == ReplyEvent.Status.UNKNOWN) {
      span.setStatus(StatusCode.ERROR, reply.reason());
    }
    span.end();
  }

  void toolRequested(ToolCall call) {
    calls.put(
        call.callId(),
        child("execute_tool " + call.name(), "execute_tool")
            .setAttribute(Names.TOOL, call.name())
            .setAttribute(Names.CALL, call.callId())
            .startSpan());
  }

  void toolAnswered(ToolEvent.Answered answered) {
    Span span = calls.remove(answered.call().callId());
    if (span == null) {
      return;
    }
    String ending = answered.ending().name();
    span.setAttribute(Names.ENDING, ending);
    if (answered.ending() != Ending.COMPLETED && answered.ending() != Ending.STILL_RUNNING) {
      span.setAttribute(Names.ERROR, ending).setStatus(StatusCode.ERROR, ending);
    }
    span.end();
  }

  void failed(Failure failure) {
    session.addEvent(
        "parlando.failure",
        Attributes.of(
            Names.ERROR, failure.code().isEmpty() ? failure.kind().name() : failure.code()));
  }

  void reconnected(VoiceEvent.Reconnected event) {
    session.addEvent("parlando.reconnected");
    conversation = event.sessionId();
  }

  void closed(VoiceEvent.Closed closed) {
    replies.values().forEach(Span::end);
    calls.values().forEach(Span::end);
    replies.clear();
    calls.clear();
    if (closed.code() != 1000) {
      session.setStatus(StatusCode.ERROR, closed.code() + " " + closed.reason());
    }
    session.end();
  }
}
