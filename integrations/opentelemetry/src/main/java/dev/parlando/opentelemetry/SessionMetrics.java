package dev.parlando.opentelemetry;

import dev.parlando.realtime.Usage;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The metrics of a session. Durations are in seconds, as the conventions want them. */
final class SessionMetrics {

  /** When a reply began, and whether something of it was seen. */
  private static final class Reply {
    private final long startedNs;
    private boolean gave;

    private Reply(long startedNs) {
      this.startedNs = startedNs;
    }
  }

  private final LongSupplier clockNs;
  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram turnLatency;
  private final LongHistogram tokens;
  private final LongCounter bargeIns;
  private final LongCounter reconnects;
  private final Map<String, Reply> replies = new HashMap<>();
  private String model = "";

  /** When the user stopped speaking, until somebody answers. */
  private @Nullable Long userStoppedNs;

  SessionMetrics(Meter meter, LongSupplier clockNs) {
    this.clockNs = clockNs;
    this.duration = seconds(meter, "gen_ai.client.operation.duration");
    this.firstChunk = seconds(meter, "gen_ai.client.operation.time_to_first_chunk");
    this.turnLatency = seconds(meter, "parlando.turn.latency");
    this.tokens =
        meter.histogramBuilder("gen_ai.client.token.usage").ofLongs().setUnit("{token}").build();
    this.bargeIns = meter.counterBuilder("parlando.barge_ins").build();
    this.reconnects = meter.counterBuilder("parlando.reconnects").build();
  }

  private static DoubleHistogram seconds(Meter meter, String name) {
    return meter.histogramBuilder(name).setUnit("s").build();
  }

  void model(String name) {
    model = name;
  }

  private AttributesBuilder attributes(String operation) {
    AttributesBuilder attributes =
        Attributes.builder().put(Names.OPERATION, operation).put(Names.PROVIDER, "openai");
    return model.isEmpty() ? attributes : attributes.put(Names.MODEL, model);
  }

  void used(Usage usage) {
    record(usage.inputTokens(), "input");
    record(usage.outputTokens(), "output");
  }

  private void record(@Nullable Long count, String type) {
    if (count != null) {
      tokens.record(count, attributes("chat").put(Names.TOKEN_TYPE, type).build());
    }
  }

  void userStarted() {
    userStoppedNs = null;
    if (!replies.isEmpty()) {
      bargeIns.add(1, attributes("chat").build());
    }
  }

  void userStopped() {
    userStoppedNs = clockNs.getAsLong();
  }

  void replyStarted(String responseId) {
    replies.put(responseId, new Reply(clockNs.getAsLong()));
  }

  /** Something of a reply came; audio ends the silence after the user's turn. */
  void replyGave(String responseId, boolean audio) {
    Reply reply = replies.get(responseId);
    if (reply != null && !reply.gave) {
      reply.gave = true;
      firstChunk.record(secondsSince(reply.startedNs), attributes("chat").build());
    }
    Long stoppedNs = userStoppedNs;
    if (audio && stoppedNs != null) {
      userStoppedNs = null;
      turnLatency.record(secondsSince(stoppedNs), attributes("chat").build());
    }
  }

  void replyFinished(ReplyEvent.Finished finished) {
    Reply reply = replies.remove(finished.responseId());
    if (reply != null) {
      AttributesBuilder attributes =
          attributes("chat").put(Names.STATUS, finished.status().wireName());
      duration.record(secondsSince(reply.startedNs), attributes.build());
    }
  }

  void toolAnswered(ToolEvent.Answered answered) {
    duration.record(
        answered.elapsedMs() / 1e3,
        attributes("execute_tool")
            .put(Names.TOOL, answered.call().name())
            .put(Names.ENDING, answered.ending().name())
            .build());
  }

  void reconnected() {
    replies.clear();
    reconnects.add(1, attributes("invoke_agent").build());
  }

  private double secondsSince(long ns) {
    return (clockNs.getAsLong() - ns) / 1e9;
  }
}
