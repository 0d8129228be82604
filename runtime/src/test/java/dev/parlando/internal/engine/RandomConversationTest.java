package dev.parlando.internal.engine;

import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server does, in whatever order, doubled or left out: nothing throws, no call is
 * answered twice, none stays open, and in the end nothing is left that waits.
 *
 * <p>The number of conversations is {@code -Dparlando.conversations}; a failure names its seed,
 * which is the number of the conversation, and {@code -Dparlando.firstConversation} begins there.
 */
class RandomConversationTest {

  private static final long FIRST = Long.getLong("parlando.firstConversation", 0);
  private static final long CONVERSATIONS = Long.getLong("parlando.conversations", 1_000_000);

  @Test
  void noConversationBreaksTheRules() {
    LongStream.range(FIRST, FIRST + CONVERSATIONS)
        .parallel()
        .forEach(seed -> new RandomTalk(seed).run());
  }

  /** One conversation with a server that follows no rule. */
  private static final class RandomTalk {

    private static final Status[] STATUSES = Status.values();
    private static final String[] TOOLS = {"get_time", "slowly_pay", "no_such_tool"};

    private final long seed;
    private final SplittableRandom random;
    private final Conversation talk = Conversation.ready("get_time", "slowly_pay");
    private final Set<String> endedTools = new HashSet<>();
    private int connections = 1;
    private int seen;
    private int heard;
    private boolean closed;
    private final Map<String, Integer> outputs = new HashMap<>();
    private final Map<String, Set<String>> asked = new HashMap<>();

    RandomTalk(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void run() {
      try {
        int steps = 5 + random.nextInt(25);
        for (int i = 0; i < steps && !over(); i++) {
          step();
          countOutputs();
        }
        settle();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("conversation " + seed, e);
      }
    }

    private boolean over() {
      for (; heard < talk.told.size() && !closed; heard++) {
        closed = talk.told.get(heard) instanceof VoiceEvent.Closed;
      }
      return closed;
    }

    private String response() {
      return "resp_" + random.nextInt(4);
    }

    private String call() {
      return "call_" + random.nextInt(6);
    }

    private String item() {
      return "item_" + random.nextInt(6);
    }

    private void step() {
      switch (random.nextInt(22)) {
        case 0 -> talk.say("Hello");
        case 1, 2 -> talk.begins(response());
        case 3 -> talk.beginsByItself(response());
        case 4, 5 ->
            callOf(
                response(),
                call(),
                TOOLS[random.nextInt(3)],
                "{\"a\":" + random.nextInt(2) + "}",
                random.nextInt(5) == 0 ? Item.Status.INCOMPLETE : Item.Status.COMPLETED);
        case 6 -> {
          String response = response();
          talk.announces(response, asked(response, call()), TOOLS[random.nextInt(3)], "{}");
        }
        case 7, 8 -> talk.ends(response());
        case 9 -> {
          String response = random.nextInt(4) == 0 ? null : response();
          talk.ends(
              response,
              STATUSES[random.nextInt(STATUSES.length)],
              random.nextBoolean() ? Conversation.failed("server_error") : null,
              Item.functionCall(asked(response, call()), "get_time", "{}"));
        }
        case 10 -> talk.sounds(response(), item(), 1 + random.nextInt(50));
        case 11 -> talk.speechStarts();
        case 12 -> talk.speechStops();
        case 13 -> talk.stopsAt(item(), random.nextInt(100) - 10);
        case 14, 15 -> endSomeTool();
        case 16 -> talk.pass(random.nextInt(20_000));
        case 17 ->
            talk.errs(
                random.nextBoolean() ? "conversation_already_has_active_response" : "server_error",
                "Oops.",
                random.nextInt(3) == 0 ? null : talk.lastCreateId());
        case 18 -> talk.acknowledges();
        case 19 -> {
          talk.hasItem(random.nextBoolean() ? item() : null, Item.userText("Hi").withId(item()));
          talk.transcribes(item(), "Hi");
          talk.server(new ConversationEvent.ItemDeleted(null, item(), Extras.NONE));
        }
        case 20 -> {
          talk.input(new Input.Command.Interrupt());
          talk.server(new InputAudioEvent.Committed(null, null, item(), Extras.NONE));
          talk.server(
              new RateLimitsUpdated(
                  null,
                  List.of(new RateLimit("tokens", 10L, (long) random.nextInt(2), 3.0, Extras.NONE)),
                  Extras.NONE));
          talk.input(new Input.Command.Update(SessionConfig.builder().speed(1.1).build()));
        }
        default -> {
          talk.input(new Input.Disconnected(1006, ""));
          endSomeTool();
          if (!over()) {
            talk.findsTheServer();
            connections++;
          }
        }
      }
    }

    /** A call is one by its connection, response and id; servers use an id more than once. */
    private String asked(@Nullable String response, String call) {
      // Without a response it is one of whichever runs, each time another.
      String by = response == null ? "unnamed " + random.nextLong() : response;
      asked.computeIfAbsent(call, id -> new HashSet<>()).add(connections + "/" + by);
      return call;
    }

    private void callOf(
        String response, String call, String name, String arguments, Item.Status status) {
      talk.calls(response, asked(response, call), name, arguments, status);
    }

    /** The id that the server gave; ours, and those of restored calls, have a number behind it. */
    private static String wireId(String callId) {
      return callId.replaceAll("^(call_\\d+)_.*", "$1");
    }

    private void endSomeTool() {
      List<String> started = talk.started();
      if (!started.isEmpty()) {
        endTool(started.get(random.nextInt(started.size())));
      }
    }

    private void endTool(String callId) {
      endedTools.add(callId);
      ToolOutcome outcome =
          switch (random.nextInt(4)) {
            case 0 -> Conversation.refusal("Oops.");
            case 1 -> new ToolOutcome.Invalid(List.of(new Violation("a", "must not be 1")));
            default ->
                new ToolOutcome.Returned(
                    random.nextBoolean()
                        ? ToolResult.text("noon")
                        : ToolResult.text("noon").withoutReply());
          };
      talk.input(new Input.ToolEnded(callId, outcome));
    }

    private void countOutputs() {
      for (; seen < talk.sent.size(); seen++) {
        if (talk.sent.get(seen) instanceof ClientEvent.ItemCreate create
            && create.item() instanceof Item.FunctionCallOutput output) {
          String wireId = wireId(output.callId());
          int most = asked.get(wireId).size() * connections;
          if (outputs.merge(wireId, 1, Integer::sum) > most) {
            throw new AssertionError(output.callId() + " was answered twice");
          }
        }
      }
    }

    /** From here on the server behaves: everything must come to rest. */
    private void settle() {
      for (int round = 0; round < 30 && !over() && !talk.engine.idle(); round++) {
        for (String callId : talk.started()) {
          if (endedTools.add(callId)) {
            talk.input(
                new Input.ToolEnded(callId, new ToolOutcome.Returned(ToolResult.text("noon"))));
          }
        }
        String fresh = "resp_fresh_" + round;
        talk.begins(fresh).ends(fresh).ends(null, Status.COMPLETED, null);
        talk.pass(10_000);
      }
      countOutputs();
      if (!over()) {
        if (!talk.engine.idle()) {
          throw new AssertionError("something still waits");
        }
        Map<String, Long> started =
            talk.started().stream()
                .collect(Collectors.groupingBy(RandomTalk::wireId, Collectors.counting()));
        if (started.entrySet().stream()
            .anyMatch(e -> outputs.getOrDefault(e.getKey(), 0) < e.getValue())) {
          throw new AssertionError("of " + talk.started() + " only answered: " + outputs);
        }
      }
    }
  }
}
