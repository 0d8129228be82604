package dev.parlando.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.Usage;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** R112: a session as OpenTelemetry sees it. */
class SessionTelemetryTest {

  /** The listener has no use for it. */
  private static final VoiceSession SESSION = null;

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private static final ToolCall CALL = new ToolCall("call_1", "get_time", "{\"zone\":\"secret\"}");

  private SessionTelemetry listener;

  @BeforeEach
  void aSessionIsReady() {
    listener = SessionTelemetry.of(TELEMETRY.getOpenTelemetry());
    SessionConfig config = SessionConfig.builder().model("gpt-realtime-2.1").build();
    Session session = new Session("sess_1", null, null, Dialect.GA, config, Extras.NONE);
    listener.onReceived(
        SESSION,
        new VoiceEvent.Received(new SessionEvent.Created("event_1", session, Extras.NONE)));
    listener.onReady(SESSION, new VoiceEvent.Ready("sess_1", Dialect.GA));
  }

  private void aTurn() {
    listener.onSpeech(SESSION, new SpeechEvent.Started("item_1", 0));
    listener.onSpeech(SESSION, new SpeechEvent.Stopped("item_1", 900));
    listener.onReply(SESSION, new ReplyEvent.Started("resp_1", List.of()));
    listener.onTool(SESSION, new ToolEvent.Requested(CALL, 100));
    listener.onTool(
        SESSION,
        new ToolEvent.Answered(CALL, 350, ToolEvent.Ending.COMPLETED, "noon", List.of(), 250));
    listener.onReceived(SESSION, new VoiceEvent.Received(done("resp_1")));
    listener.onReply(SESSION, new ReplyEvent.Finished("resp_1", ReplyEvent.Status.COMPLETED, ""));
    listener.onReply(SESSION, new ReplyEvent.Started("resp_2", List.of("call_1")));
    listener.onReply(SESSION, new ReplyEvent.Audio("resp_2", "item_2", 0, new byte[480]));
    listener.onReply(SESSION, new ReplyEvent.Audio("resp_2", "item_2", 0, new byte[480]));
    listener.onReply(
        SESSION, new ReplyEvent.Finished("resp_2", ReplyEvent.Status.FAILED, "Overloaded."));
  }

  private static ResponseEvent.Done done(String id) {
    Usage usage = new Usage(30L, 20L, 10L, null, null, Extras.NONE);
    Response response =
        new Response(
            id,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            usage,
            null,
            Extras.NONE);
    return new ResponseEvent.Done("event_2", response, Extras.NONE);
  }

  @Test
  void repliesAndCallsAreSpansWithinTheSession() {
    aTurn();
    listener.onFailure(SESSION, new Failure(Failure.Kind.TRANSIENT, "server_error", "Overloaded."));
    listener.onClosed(
        SESSION, new VoiceEvent.Closed(VoiceEvent.Closed.Cause.APPLICATION, 1000, ""));

    Map<String, SpanData> spans =
        TELEMETRY.getSpans().stream()
            .collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
    SpanData session = named("invoke_agent");
    assertThat(spans.values())
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder(
            "invoke_agent",
            "execute_tool get_time",
            "chat gpt-realtime-2.1",
            "chat gpt-realtime-2.1");
    assertThat(spans.values())
        .filteredOn(span -> span != session)
        .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(session.getSpanId()));
    assertThat(session.getAttributes().get(Names.CONVERSATION)).isEqualTo("sess_1");
    assertThat(session.getEvents())
        .singleElement()
        .satisfies(
            event -> assertThat(event.getAttributes().get(Names.ERROR)).isEqualTo("server_error"));

    SpanData tool = named("execute_tool get_time");
    assertThat(tool.getAttributes().get(Names.CALL)).isEqualTo("call_1");
    assertThat(tool.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);

    SpanData chat = named("chat gpt-realtime-2.1");
    assertThat(chat.getAttributes().get(Names.INPUT_TOKENS)).isEqualTo(20);
    assertThat(chat.getAttributes().get(Names.OUTPUT_TOKENS)).isEqualTo(10);
    assertThat(TELEMETRY.getSpans().toString()).doesNotContain("secret", "noon");
  }

  private static SpanData named(String name) {
    return TELEMETRY.getSpans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsUnderWayEndsWithTheSession() {
    listener.onReply(SESSION, new ReplyEvent.Started("resp_1", List.of()));
    listener.onTool(SESSION, new ToolEvent.Requested(CALL, 100));
    listener.onClosed(
        SESSION, new VoiceEvent.Closed(VoiceEvent.Closed.Cause.SERVER, 1011, "broken"));
    assertThat(TELEMETRY.getSpans()).hasSize(3).allMatch(SpanData::hasEnded);
    assertThat(named("invoke_agent").getStatus().getDescription()).isEqualTo("1011 broken");
  }

  @Test
  void latenciesTokensAndMishapsAreMetrics() {
    aTurn();
    listener.onReply(SESSION, new ReplyEvent.Started("resp_3", List.of()));
    listener.onSpeech(SESSION, new SpeechEvent.Started("item_9", 0));
    listener.onReconnected(SESSION, new VoiceEvent.Reconnected("sess_2", 3));

    Map<String, MetricData> metrics =
        TELEMETRY.getMetrics().stream()
            .collect(Collectors.toMap(MetricData::getName, Function.identity()));
    assertThat(metrics)
        .containsOnlyKeys(
            "gen_ai.client.operation.duration",
            "gen_ai.client.operation.time_to_first_chunk",
            "gen_ai.client.token.usage",
            "parlando.turn.latency",
            "parlando.barge_ins",
            "parlando.reconnects");
    assertThat(metrics.get("parlando.turn.latency").getHistogramData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getCount()).isEqualTo(1));
    assertThat(metrics.get("gen_ai.client.operation.duration").getHistogramData().getPoints())
        .filteredOn(point -> "get_time".equals(point.getAttributes().get(Names.TOOL)))
        .extracting(HistogramPointData::getSum)
        .containsExactly(0.25);
    assertThat(metrics.get("gen_ai.client.token.usage").getHistogramData().getPoints())
        .extracting(HistogramPointData::getSum)
        .containsExactlyInAnyOrder(20.0, 10.0);
    assertThat(metrics.get("parlando.barge_ins").getLongSumData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getValue()).isEqualTo(1));
  }
}
