package dev.parlando.testkit.replay;

import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.recording.RecordingTransport;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has a recorded session happen again with tools that may have changed, and compares.
 *
 * <pre>{@code
 * Replay.of(Recording.read(file)).run(new WeatherAgentTools(new WeatherAgent())).verify();
 * }</pre>
 *
 * <p>Of itself the model does what it did then: the same calls with the same arguments, whatever
 * the tools answer now. With {@link #with} or {@link #at} the user's texts are sent to a model
 * anew, which may do something else.
 *
 * <p>Immutable.
 */
public final class Replay {

  private final Recording recording;
  private final Duration patience;
  private final @Nullable Brain brain;
  private final @Nullable Endpoint endpoint;

  private Replay(
      Recording recording, Duration patience, @Nullable Brain brain, @Nullable Endpoint endpoint) {
    this.recording = recording;
    this.patience = patience;
    this.brain = brain;
    this.endpoint = endpoint;
  }

  /** A replay in which the model does what it did. */
  public static Replay of(Recording recording) {
    return new Replay(recording, Duration.ofSeconds(30), null, null);
  }

  /** Lets something else answer what the user said, such as a {@link Heuristic}. */
  public Replay with(Brain other) {
    return new Replay(recording, patience, other, null);
  }

  /** Lets the model of a server answer what the user said. */
  public Replay at(Endpoint server) {
    return new Replay(recording, patience, null, server);
  }

  /** How long to wait for what follows on what the user did; 30 s. */
  public Replay patience(Duration value) {
    return new Replay(recording, value, brain, endpoint);
  }

  /**
   * Runs it.
   *
   * @param tools the tools as they are now
   * @throws dev.parlando.session.ConnectFailedException if there is no session
   * @throws IllegalArgumentException if the recording has no turn of the user that could be said
   *     again
   */
  public ReplayReport run(ToolSet... tools) {
    RecordedConversation before = RecordedConversation.of(recording);
    Recording again;
    if (endpoint != null) {
      again = converse(before, endpoint, tools);
    } else if (brain != null) {
      try (LocalRealtime server = LocalRealtime.builder().brain(brain).start()) {
        again = converse(before, Endpoint.at(server.url()).build(), tools);
      }
    } else {
      again = playBack(tools);
    }
    RecordedConversation after = RecordedConversation.of(again);
    return new ReplayReport(before, after, Comparison.of(before, after));
  }

  private Recording playBack(ToolSet... tools) {
    Recording playable = Playable.of(recording);
    try (LocalRealtime server = LocalRealtime.builder().recording(playable).start();
        VoiceSession session =
            VoiceSession.to(Endpoint.at(server.url()).build()).tools(tools).connect()) {
      ObservedSession seen = server.awaitSession(1);
      playBack(playable.events(), session, seen);
      return seen.recording();
    }
  }

  /** Goes as far as it does: what never comes shows as a difference. */
  private void playBack(List<RecordedEvent> events, VoiceSession session, ObservedSession seen) {
    UserActs acts = new UserActs(events);
    int due = 0;
    try {
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i).side() == RecordedEvent.Side.SERVER) {
          due++;
        } else if (acts.isAct(i)) {
          seen.awaitServerEvents(event -> true, due, patience);
          acts.act(i, session);
        }
      }
      seen.awaitServerEvents(event -> true, due, patience);
      session.awaitIdle(patience);
    } catch (AssertionError stopped) {
      // Something that the recording goes on with was not done by these tools.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Recording converse(RecordedConversation before, Endpoint server, ToolSet... tools) {
    if (before.userTurns().isEmpty()) {
      throw new IllegalArgumentException(
          "The recording does not contain what the user said: nothing was written or transcribed.");
    }
    RecordingTransport recorder =
        RecordingTransport.over(JavaWebSocketTransport.ofDefaults()).tools(tools);
    try (VoiceSession session =
        VoiceSession.to(server).tools(tools).transport(recorder).connect()) {
      for (String text : before.userTurns()) {
        session.sendText(text);
        session.awaitIdle(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return recorder.recordings().get(0);
  }
}
