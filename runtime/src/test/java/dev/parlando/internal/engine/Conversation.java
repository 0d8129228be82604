package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNull;

import dev.parlando.audio.Heard;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionBudget;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolException;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolPolicy;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine in virtual time, with what it did so far. Tests play the server, the tools and time.
 */
final class Conversation {

  static final EngineOptions OPTIONS =
      new EngineOptions(
          SessionConfig.builder().instructions("Be brief.").build(),
          null,
          false,
          List.of(),
          SessionOptions.builder()
              .toolLimits(tools -> tools.concurrent(4).queued(2).outputChars(200))
              .reconnect(policy -> policy.attempts(3).losses(2))
              .audioBuffers(audio -> audio.offline(Duration.ofSeconds(1)))
              .build());

  /** The same with other options of the session. */
  static EngineOptions with(Consumer<SessionOptions.Builder> change) {
    SessionOptions.Builder changed = OPTIONS.options().toBuilder();
    change.accept(changed);
    return new EngineOptions(OPTIONS.session(), null, false, List.of(), changed.build());
  }

  /** The same for a side channel of a call. */
  static EngineOptions sideband() {
    return new EngineOptions(OPTIONS.session(), null, true, List.of(), OPTIONS.options());
  }

  final Engine engine;
  final List<ClientEvent> sent = new ArrayList<>();
  final List<VoiceEvent> told = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  private final Map<Timer, Long> timers = new HashMap<>();
  private final SessionBudget budget;
  private long nowMs = 1_000;

  Conversation(EngineOptions options, String... tools) {
    this.budget = options.budget();
    this.engine = new Engine(options, ToolCatalog.of(List.of(new Tools(tools))));
  }

  /** A conversation whose session is ready, with these tools. */
  static Conversation ready(String... tools) {
    return new Conversation(OPTIONS, tools).open();
  }

  /** Opens the session; what failed in it. */
  List<Failure> opened() {
    input(new Input.Dialled());
    input(new Input.Opened());
    server(new SessionEvent.Created(null, session("sess_1"), Extras.NONE));
    server(new SessionEvent.Updated(null, session("sess_1"), Extras.NONE));
    return told(Failure.class);
  }

  Conversation open() {
    var unused = opened();
    sent.clear();
    told.clear();
    effects.clear();
    return this;
  }

  static Session session(String id) {
    return new Session(id, null, null, Dialect.GA, SessionConfig.builder().build(), Extras.NONE);
  }

  Conversation input(Input input) {
    for (Effect effect : engine.handle(input, nowMs)) {
      effects.add(effect);
      if (effect instanceof Effect.Send send) {
        sent.add(send.event());
      } else if (effect instanceof Effect.Tell tell) {
        told.add(tell.event());
      } else if (effect instanceof Effect.StartTimer start) {
        timers.put(start.timer(), nowMs + start.delayMs());
      } else if (effect instanceof Effect.StopTimer stop) {
        timers.remove(stop.timer());
      } else if (effect instanceof Effect.AskPrice ask) {
        input(price(ask.used()));
      }
    }
    return this;
  }

  private Input price(UsageTotals used) {
    try {
      return new Input.Priced(requireNonNull(budget.price()).applyAsDouble(used));
    } catch (RuntimeException thrown) {
      return new Input.PriceUnknown(thrown.toString());
    }
  }

  Conversation server(ServerEvent event) {
    return input(new Input.Received(event));
  }

  /** Lets time pass, with all timers that run out in it. */
  Conversation pass(long ms) {
    long end = nowMs + ms;
    while (true) {
      Map.Entry<Timer, Long> next =
          timers.entrySet().stream()
              .filter(timer -> timer.getValue() <= end)
              .min(Map.Entry.comparingByValue())
              .orElse(null);
      if (next == null) {
        nowMs = end;
        return this;
      }
      nowMs = next.getValue();
      timers.remove(next.getKey());
      input(new Input.TimerFired(next.getKey()));
    }
  }

  Conversation say(String text) {
    return input(new Input.Command.SendText(text));
  }

  /** The server begins a reply; ours if the last create is still open, and echoed. */
  Conversation begins(String responseId) {
    return begins(responseId, lastCreateId());
  }

  Conversation beginsByItself(String responseId) {
    return begins(responseId, null);
  }

  private Conversation begins(String responseId, @Nullable String key) {
    return server(
        new ResponseEvent.Created(
            null, response(responseId, Status.IN_PROGRESS, key, null), Extras.NONE));
  }

  Conversation calls(String responseId, String callId, String name, String arguments) {
    return calls(responseId, callId, name, arguments, Item.Status.COMPLETED);
  }

  Conversation calls(
      String responseId, String callId, String name, String arguments, Item.Status status) {
    Item call =
        new Item.FunctionCall("item_" + callId, status, callId, name, arguments, Extras.NONE);
    return server(new ResponseEvent.OutputItemDone(null, responseId, 0, call, Extras.NONE));
  }

  Conversation announces(String responseId, String callId, String name, String arguments) {
    return server(
        new ResponseEvent.FunctionCallArgumentsDone(
            null, responseId, "item_" + callId, 0, callId, name, arguments, Extras.NONE));
  }

  Conversation ends(String responseId, Item... output) {
    return ends(responseId, Status.COMPLETED, null, output);
  }

  Conversation ends(
      @Nullable String responseId,
      Status status,
      Response.@Nullable StatusDetails details,
      Item... output) {
    Item[] items =
        output.length > 0
            ? output
            : new Item[] {Item.assistantText("Hm.").withId("item_" + responseId)};
    return server(
        new ResponseEvent.Done(
            null, response(responseId, status, null, details, items), Extras.NONE));
  }

  static Response response(
      @Nullable String id,
      Status status,
      @Nullable String key,
      Response.@Nullable StatusDetails details,
      Item... output) {
    Map<String, String> metadata = key == null ? null : Map.of(ResponseScheduler.KEY, key);
    return new Response(
        id,
        status,
        details,
        Arrays.asList(output),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        metadata,
        Extras.NONE);
  }

  static Response.StatusDetails failed(String code) {
    return new Response.StatusDetails("failed", null, error(code, "It broke.", null), Extras.NONE);
  }

  static ErrorDetail error(@Nullable String code, String message, @Nullable String eventId) {
    return new ErrorDetail("invalid_request_error", code, message, null, eventId, Extras.NONE);
  }

  Conversation errs(@Nullable String code, String message, @Nullable String eventId) {
    return server(new ErrorEvent(null, error(code, message, eventId), Extras.NONE));
  }

  /** The server confirms every output that was sent so far. */
  Conversation acknowledges() {
    for (Item.FunctionCallOutput output : outputs()) {
      server(new ConversationEvent.ItemAdded(null, null, output, Extras.NONE));
    }
    return this;
  }

  Conversation speechStarts() {
    return server(new InputAudioEvent.SpeechStarted(null, 100, "item_user", Extras.NONE));
  }

  Conversation speechStops() {
    return server(new InputAudioEvent.SpeechStopped(null, 900, "item_user", Extras.NONE));
  }

  /** Audio of a reply, so many ms of it. */
  Conversation sounds(String responseId, String itemId, int ms) {
    return server(
        new ResponseEvent.AudioDelta(
            null, responseId, itemId, 0, 0, new byte[ms * 48], Extras.NONE));
  }

  /** The speaker stopped, so far into an item. */
  Conversation stopsAt(String itemId, int playedMs) {
    return input(new Input.Flushed(new Heard(itemId, 0, playedMs)));
  }

  Conversation hasItem(@Nullable String previousId, Item item) {
    return server(new ConversationEvent.ItemAdded(null, previousId, item, Extras.NONE));
  }

  Conversation transcribes(String itemId, String text) {
    return server(new TranscriptionEvent.Completed(null, itemId, 0, text, null, Extras.NONE));
  }

  /** The connection is lost and a new one is ready. */
  Conversation losesAndFindsTheServer() {
    input(new Input.Disconnected(1006, ""));
    return findsTheServer();
  }

  Conversation findsTheServer() {
    input(new Input.Dialled());
    input(new Input.Opened());
    server(new SessionEvent.Created(null, session("sess_2"), Extras.NONE));
    return server(new SessionEvent.Updated(null, session("sess_2"), Extras.NONE));
  }

  Conversation returns(String callId, String output) {
    return input(new Input.ToolEnded(callId, new ToolOutcome.Returned(ToolResult.text(output))));
  }

  /** A tool threw an exception that tells the model this. */
  static ToolOutcome refusal(String text) {
    return new ToolOutcome.Refused(text, new ToolException(text));
  }

  /** The ids of the calls that were started. */
  List<String> started() {
    return all(effects, Effect.StartTool.class).stream()
        .map(start -> start.call().callId())
        .toList();
  }

  List<Item.FunctionCallOutput> outputs() {
    return all(sent, ClientEvent.ItemCreate.class).stream()
        .map(ClientEvent.ItemCreate::item)
        .filter(Item.FunctionCallOutput.class::isInstance)
        .map(Item.FunctionCallOutput.class::cast)
        .toList();
  }

  /** The outputs as {@code call_id=text}. */
  List<String> outputTexts() {
    return outputs().stream().map(output -> output.callId() + "=" + output.output()).toList();
  }

  List<ClientEvent.ResponseCreate> creates() {
    return all(sent, ClientEvent.ResponseCreate.class);
  }

  @Nullable String lastCreateId() {
    List<ClientEvent.ResponseCreate> creates = creates();
    return creates.isEmpty() ? null : creates.get(creates.size() - 1).eventId();
  }

  <T extends VoiceEvent> List<T> told(Class<T> type) {
    return all(told, type);
  }

  static <T> List<T> all(List<?> list, Class<T> type) {
    return list.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Tools that nobody runs; one whose name starts with {@code slowly_} is sequential, and of one
   * with {@code secret_} nothing may be shown.
   */
  record Tools(List<String> names) implements ToolSet {

    Tools(String... names) {
      this(List.of(names));
    }

    @Override
    public List<ToolDefinition> definitions() {
      return names.stream()
          .map(
              name ->
                  ToolDefinition.of(
                          name,
                          "A tool.",
                          "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}")
                      .withPolicy(policy(name)))
          .toList();
    }

    /** Names say how tools are run. */
    private static ToolPolicy policy(String name) {
      return switch (name.substring(0, name.indexOf('_') + 1)) {
        case "slowly_" -> ToolPolicy.builder().sequential(true).build();
        case "secret_" -> ToolPolicy.builder().sensitive(true).build();
        case "single_" -> ToolPolicy.builder().maxConcurrent(1).build();
        case "short_" -> ToolPolicy.builder().maxOutputChars(60).build();
        case "strict_" -> ToolPolicy.builder().maxCorrections(0).build();
        case "silent_" -> ToolPolicy.builder().reply(false).build();
        default -> ToolPolicy.DEFAULT;
      };
    }

    @Override
    public String masked(ToolCall call) {
      return call.name().startsWith("secret_") ? "{}" : call.arguments();
    }

    @Override
    public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
      return context -> ToolResult.none();
    }
  }
}
