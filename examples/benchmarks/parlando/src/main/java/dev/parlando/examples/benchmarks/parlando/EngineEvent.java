package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.internal.engine.Engine;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.options.SessionOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the engine makes of an event, in conversations of all lengths. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineEvent {

  private static final int EVENTS = 10;

  /** How many items the conversation has. */
  @Param({"10", "1000", "10000"})
  public int items;

  private final Engine engine =
      new Engine(
          new EngineOptions(
              SessionConfig.builder().build(),
              Dialect.GA,
              false,
              List.of(),
              SessionOptions.DEFAULTS),
          ToolCatalog.of(List.of()));
  private final ServerEvent[] reply = reply();
  private long nowMs;
  private int effects;

  /** Makes the conversation long. */
  @Setup
  public void fill() {
    take(new Input.Dialled());
    take(new Input.Opened());
    Session session =
        new Session("s", null, null, Dialect.GA, SessionConfig.builder().build(), Extras.NONE);
    take(new Input.Received(new SessionEvent.Created(null, session, Extras.NONE)));
    take(new Input.Received(new SessionEvent.Updated(null, session, Extras.NONE)));
    for (int i = 0; i < items; i++) {
      Item item = Item.userText("What is the weather like on day " + i + "?").withId("item_" + i);
      String previous = i == 0 ? null : "item_" + (i - 1);
      take(new Input.Received(new ConversationEvent.ItemAdded(null, previous, item, Extras.NONE)));
    }
    if (engine.history().size() != items) {
      throw new IllegalStateException(engine.history().size() + " items");
    }
  }

  private static ServerEvent[] reply() {
    Item item =
        new Item.Message(
            "item_r",
            Item.Status.IN_PROGRESS,
            Item.Role.ASSISTANT,
            List.of(new ContentPart.OutputAudio(null, "It is mild.", Extras.NONE)),
            Extras.NONE);
    byte[] audio = new byte[4800];
    return new ServerEvent[] {
      new ResponseEvent.Created(null, response(Response.Status.IN_PROGRESS), Extras.NONE),
      new ResponseEvent.OutputItemAdded(null, "resp", 0, item, Extras.NONE),
      new ConversationEvent.ItemAdded(null, "item_9", item, Extras.NONE),
      new ResponseEvent.AudioTranscriptDelta(null, "resp", "item_r", 0, 0, "It ", Extras.NONE),
      new ResponseEvent.AudioDelta(null, "resp", "item_r", 0, 0, audio, Extras.NONE),
      new ResponseEvent.AudioTranscriptDelta(null, "resp", "item_r", 0, 0, "is.", Extras.NONE),
      new ResponseEvent.AudioDelta(null, "resp", "item_r", 0, 0, audio, Extras.NONE),
      new ResponseEvent.OutputItemDone(null, "resp", 0, item, Extras.NONE),
      new ResponseEvent.Done(null, response(Response.Status.COMPLETED), Extras.NONE),
      new ConversationEvent.ItemDeleted(null, "item_r", Extras.NONE)
    };
  }

  private static Response response(Response.Status status) {
    return new Response(
        "resp",
        status,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Extras.NONE);
  }

  private void take(Input input) {
    effects += engine.handle(input, nowMs++).size();
  }

  /** A short reply, from its beginning until it is taken out of the conversation again. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int parlando() {
    for (ServerEvent event : reply) {
      take(new Input.Received(event));
    }
    return effects;
  }
}
