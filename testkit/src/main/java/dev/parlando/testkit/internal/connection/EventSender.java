package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.session.DialectNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Numbers what the server sends, puts it into frames, and does the damage that is asked for. */
final class EventSender {

  /** An event that waits until others have overtaken it. */
  private static final class Held {
    private final ObjectNode event;
    private int remaining;

    Held(ObjectNode event, int remaining) {
      this.event = event;
      this.remaining = remaining;
    }
  }

  private final SessionRecorder recorder;
  private final Frames frames;
  private final FaultInjector faults;
  private final BiConsumer<Duration, Runnable> later;
  private final Deque<ObjectNode> delayed = new ArrayDeque<>();
  private final List<Held> held = new ArrayList<>();
  private int lastId;
  private boolean delaying;
  private boolean silent;

  /**
   * @param later runs a task in the session's order after a while
   */
  EventSender(
      SessionRecorder recorder,
      Frames frames,
      FaultInjector faults,
      BiConsumer<Duration, Runnable> later) {
    this.recorder = recorder;
    this.frames = frames;
    this.faults = faults;
    this.later = later;
  }

  /** Sends an event that has no id yet. */
  void send(ObjectNode event) {
    ObjectNode numbered = JsonNodeFactory.instance.objectNode();
    numbered.set("type", event.path("type"));
    numbered.put("event_id", "event_" + recorder.number() + "_" + ++lastId);
    numbered.setAll(event);
    sendNumbered(numbered);
  }

  /** Sends an event as it is. */
  void sendNumbered(ObjectNode event) {
    if (silent) {
      return;
    }
    if (delaying) {
      delayed.add(event);
      return;
    }
    FaultAction fault = faults.due(Fault.Side.SERVER, recorder.number(), event);
    if (fault == null) {
      put(event);
    } else {
      suffer(event, fault);
    }
  }

  private void suffer(ObjectNode event, FaultAction fault) {
    if (fault instanceof FaultAction.Duplicate) {
      put(event);
      put(event);
    } else if (fault instanceof FaultAction.Delay delay) {
      delaying = true;
      later.accept(delay.duration(), () -> resume(event));
    } else if (fault instanceof FaultAction.Postpone postpone) {
      later.accept(postpone.duration(), () -> putUnlessSilent(event));
    } else if (fault instanceof FaultAction.HoldBack back) {
      held.add(new Held(event, back.events()));
    } else if (fault instanceof FaultAction.Corrupt corrupt) {
      frames.text(corrupt.text() == null ? half(event.toString()) : corrupt.text());
    } else if (fault instanceof FaultAction.AsBinary) {
      frames.binary(event.toString().getBytes(StandardCharsets.UTF_8));
    } else if (fault instanceof FaultAction.Inflate inflate) {
      put(event.put("padding", "x".repeat(inflate.bytes())));
    } else if (fault instanceof FaultAction.Rename) {
      put(event.put("type", DialectNames.other(event.path("type").asString(""))));
    } else {
      breakDown(fault);
    }
  }

  /** Faults that both sides' events can meet; anything else is a loss of the event. */
  void breakDown(@Nullable FaultAction fault) {
    if (fault instanceof FaultAction.Close close) {
      close(close.code(), close.reason());
    } else if (fault instanceof FaultAction.Abort) {
      silent = true;
      frames.abort();
    } else if (fault instanceof FaultAction.GoSilent) {
      silent = true;
    } else if (fault instanceof FaultAction.Freeze) {
      silent = true;
      frames.freeze();
    }
  }

  /** Sends nothing any more but the close. */
  void close(int code, String reason) {
    silent = true;
    frames.close(code, reason);
  }

  private void resume(ObjectNode first) {
    delaying = false;
    put(first);
    while (!delaying && !delayed.isEmpty()) {
      sendNumbered(delayed.remove());
    }
  }

  private void putUnlessSilent(ObjectNode event) {
    if (!silent) {
      put(event);
    }
  }

  /** Recorded first: whoever has received an event finds it in the record. */
  private void put(ObjectNode event) {
    recorder.sent(event);
    frames.text(event.toString());
    for (Held each : List.copyOf(held)) {
      if (--each.remaining <= 0) {
        held.remove(each);
        put(each.event);
      }
    }
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }
}
