package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.socket.SocketListener;
import dev.parlando.testkit.observe.SessionEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings what arrives on a socket into order and to the session's logic. */
final class ConnectionLoop implements ServerLink, SocketListener {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLoop.class);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final SessionRecorder recorder;
  private final Frames frames;
  private final FaultInjector faults;
  private final ServerThreads threads;
  private final OrderedTasks order;
  private final EventSender outbox;
  private final SessionLogic logic;

  /** Only touched in order. */
  private final Set<Alarm> alarms = new HashSet<>();

  private volatile boolean over;

  ConnectionLoop(
      SessionRecorder recorder,
      Frames frames,
      FaultInjector faults,
      ServerThreads threads,
      Function<ServerLink, SessionLogic> logic) {
    this.recorder = recorder;
    this.frames = frames;
    this.faults = faults;
    this.threads = threads;
    this.order = new OrderedTasks(threads.sessions());
    this.outbox = new EventSender(recorder, frames, faults, this::later);
    this.logic = logic.apply(this);
  }

  void opened() {
    execute(logic::opened);
  }

  @Override
  public void text(String text) {
    execute(() -> received(text));
  }

  @Override
  public void binary() {
    execute(() -> logic.malformed("Only text frames are supported."));
  }

  @Override
  public void closed(int code, String reason) {
    order.execute(
        () -> {
          over = true;
          alarms.forEach(Alarm::cancel);
          alarms.clear();
          recorder.ended(new SessionEnd(code, reason));
          logic.closed();
        });
  }

  private void received(String text) {
    JsonNode event;
    try {
      event = MAPPER.readTree(text);
    } catch (JacksonException e) {
      logic.malformed("The message is no valid JSON: " + e.getOriginalMessage());
      return;
    }
    if (event instanceof ObjectNode object) {
      received(object);
    } else {
      logic.malformed("The message is no JSON object.");
    }
  }

  private void received(ObjectNode event) {
    FaultAction fault = faults.due(Fault.Side.CLIENT, recorder.number(), event);
    if (fault == null) {
      recorder.received(event);
      logic.received(event);
    } else if (fault instanceof FaultAction.Reject reject) {
      recorder.received(event);
      outbox.send(rejection(reject, event));
    } else {
      // Whoever finds the event in the record can be sure that the fault has happened.
      outbox.breakDown(fault);
      recorder.received(event);
    }
  }

  private static ObjectNode rejection(FaultAction.Reject reject, ObjectNode event) {
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("type", "error");
    JsonNode id = event.path("event_id");
    error
        .putObject("error")
        .put("type", reject.type())
        .put("code", reject.code())
        .put("message", reject.message())
        .putNull("param")
        .put("event_id", reject.withEventId() && id.isString() ? id.stringValue() : null);
    return error;
  }

  @Override
  public void send(ObjectNode event) {
    if (!over) {
      outbox.send(event);
    }
  }

  @Override
  public void close(int code, String reason) {
    outbox.close(code, reason);
  }

  @Override
  public void execute(Runnable task) {
    order.execute(
        () -> {
          if (!over) {
            run(task);
          }
        });
  }

  /** A defect of the server must show: it ends the session and is logged. */
  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The local server failed in {}", recorder, e);
      frames.close(1011, "The local server failed: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public void later(Duration delay, Runnable task) {
    if (over) {
      return;
    }
    Alarm alarm = new Alarm(task);
    alarms.add(alarm);
    alarm.set(delay);
  }

  /** A task that waits for its time. */
  private final class Alarm {
    private final Runnable task;
    private Runnable cancelling = () -> {};

    Alarm(Runnable task) {
      this.task = task;
    }

    void set(Duration delay) {
      cancelling = threads.time().after(delay.toMillis(), () -> execute(this::ring));
    }

    private void ring() {
      alarms.remove(this);
      task.run();
    }

    void cancel() {
      cancelling.run();
    }
  }

  @Override
  public @Nullable FaultAction responseFault(ObjectNode item) {
    return faults.due(Fault.Side.RESPONSE, recorder.number(), item);
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
