package dev.parlando.opentelemetry;

import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Tells OpenTelemetry what happens in one session: a span {@code invoke_agent} for the session, and
 * in it a span {@code chat} for every reply and {@code execute_tool …} for every call; durations,
 * tokens and latencies as metrics. Names are those of the semantic conventions for generative AI;
 * what these don't know begins with {@code parlando.}.
 *
 * <p>No arguments, results or transcripts are told, only names, ids, numbers and error codes.
 *
 * <pre>{@code
 * VoiceSession.to(endpoint).tools(tools).listener(SessionTelemetry.of(openTelemetry)).connect();
 * }</pre>
 *
 * <p>Make one for each session: it remembers what is under way.
 */
public final class SessionTelemetry implements VoiceListener {

  private final SessionSpans spans;
  private final SessionMetrics metrics;

  private SessionTelemetry(OpenTelemetry telemetry) {
    this.spans = new SessionSpans(telemetry.getTracer("dev.parlando"));
    this.metrics = new SessionMetrics(telemetry.getMeter("dev.parlando"), System::nanoTime);
  }

  /** Telemetry of a session to come. */
  public static SessionTelemetry of(OpenTelemetry telemetry) {
    return new SessionTelemetry(telemetry);
  }

  @Override
  public void onReady(VoiceSession session, VoiceEvent.Ready event) {
    spans.ready(event.sessionId());
  }

  @Override
  public void onReceived(VoiceSession session, VoiceEvent.Received event) {
    ServerEvent received = event.event();
    if (received instanceof SessionEvent.Created created && created.session() != null) {
      model(created.session().config().model());
    } else if (received instanceof SessionEvent.Updated updated && updated.session() != null) {
      model(updated.session().config().model());
    } else if (received instanceof ResponseEvent.Done done && done.response() != null) {
      used(done.response());
    }
  }

  private void model(@Nullable String name) {
    if (name != null) {
      spans.model(name);
      metrics.model(name);
    }
  }

  private void used(Response response) {
    if (response.usage() != null) {
      spans.used(response.id(), response.usage());
      metrics.used(response.usage());
    }
  }

  @Override
  public void onSpeech(VoiceSession session, SpeechEvent event) {
    if (event instanceof SpeechEvent.Stopped) {
      metrics.userStopped();
    } else if (event instanceof SpeechEvent.Started) {
      metrics.userStarted();
    }
  }

  @Override
  public void onReply(VoiceSession session, ReplyEvent event) {
    if (event instanceof ReplyEvent.Started started) {
      spans.replyStarted(started.responseId());
      metrics.replyStarted(started.responseId());
    } else if (event instanceof ReplyEvent.Audio || event instanceof ReplyEvent.Partial) {
      metrics.replyGave(event.responseId(), event instanceof ReplyEvent.Audio);
    } else if (event instanceof ReplyEvent.Finished finished) {
      spans.replyFinished(finished);
      metrics.replyFinished(finished);
    }
  }

  @Override
  public void onTool(VoiceSession session, ToolEvent event) {
    if (event instanceof ToolEvent.Requested requested) {
      spans.toolRequested(requested.call());
    } else if (event instanceof ToolEvent.Answered answered) {
      spans.toolAnswered(answered);
      metrics.toolAnswered(answered);
    }
  }

  @Override
  public void onFailure(VoiceSession session, Failure event) {
    spans.failed(event);
  }

  @Override
  public void onReconnected(VoiceSession session, VoiceEvent.Reconnected event) {
    spans.reconnected(event);
    metrics.reconnected();
  }

  @Override
  public void onClosed(VoiceSession session, VoiceEvent.Closed event) {
    spans.closed(event);
  }
}
