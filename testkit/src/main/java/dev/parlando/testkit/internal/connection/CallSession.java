package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The session of a call. It lives until the call ends, whatever becomes of its sidebands. They hear
 * of everything but the audio, which goes to the caller.
 */
public final class CallSession implements ServerLink {

  private final ServerThreads threads;
  private final OrderedTasks order;
  private final SessionLogic logic;
  private final List<ServerLink> sidebands = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  /** The response that the caller hears; empty for none. Only touched in order. */
  private String playing = "";

  CallSession(ServerThreads threads, Function<ServerLink, SessionLogic> logic) {
    this.threads = threads;
    this.order = new OrderedTasks(threads.sessions());
    this.logic = logic.apply(this);
    execute(this.logic::opened);
  }

  /** What one sideband does with what arrives on it. */
  SessionLogic join(ServerLink sideband) {
    return new SessionLogic() {

      @Override
      public void opened() {
        sidebands.add(sideband);
        if (over) {
          sideband.close(1000, "The call ended");
        }
      }

      @Override
      public void received(ObjectNode event) {
        take(event);
      }

      @Override
      public void malformed(String problem) {
        CallSession.this.execute(() -> logic.malformed(problem));
      }

      @Override
      public void closed() {
        sidebands.remove(sideband);
      }
    };
  }

  private void take(ObjectNode event) {
    execute(
        () -> {
          if (event.path("type").asString("").equals("output_audio_buffer.clear")) {
            stopPlaying("cleared");
          } else {
            logic.received(event);
          }
        });
  }

  /** The caller speaks. */
  public void append(byte[] audio) {
    take(
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "input_audio_buffer.append")
            .put("audio", Base64.getEncoder().encodeToString(audio)));
  }

  @Override
  public void send(ObjectNode event) {
    String type = event.path("type").asString("");
    if (type.equals("response.output_audio.delta")) {
      String responseId = event.path("response_id").asString("");
      if (!responseId.equals(playing)) {
        playing = responseId;
        tell(audioEvent("started"));
      }
      return;
    }
    tell(event);
    if (type.equals("response.done") && event.at("/response/id").asString("").equals(playing)) {
      boolean cancelled = event.at("/response/status").asString("").equals("cancelled");
      execute(() -> stopPlaying(cancelled ? "cleared" : "stopped"));
    }
  }

  private void stopPlaying(String how) {
    if (!playing.isEmpty()) {
      ObjectNode event = audioEvent(how);
      playing = "";
      tell(event);
    }
  }

  private ObjectNode audioEvent(String what) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "output_audio_buffer." + what)
        .put("response_id", playing);
  }

  private void tell(ObjectNode event) {
    for (ServerLink sideband : sidebands) {
      sideband.execute(() -> sideband.send(event.deepCopy()));
    }
  }

  @Override
  public void close(int code, String reason) {
    over = true;
    sidebands.forEach(sideband -> sideband.execute(() -> sideband.close(code, reason)));
  }

  /** Whether the call has ended. */
  public boolean isOver() {
    return over;
  }

  @Override
  public void execute(Runnable task) {
    order.execute(
        () -> {
          if (!over) {
            task.run();
          }
        });
  }

  @Override
  public void later(Duration delay, Runnable task) {
    var unused = threads.time().after(delay.toMillis(), () -> execute(task));
  }

  /** As the newest sideband has it. */
  @Override
  public @Nullable FaultAction responseFault(ObjectNode item) {
    return sidebands.isEmpty() ? null : sidebands.get(sidebands.size() - 1).responseFault(item);
  }

  @Override
  public Instant now() {
    return threads.time().clock().instant();
  }

  @Override
  public Executor thinking() {
    return threads.brains();
  }
}
