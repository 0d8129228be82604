package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A server that says anything in any order, under ids that it uses for anything. */
final class LawlessServer implements Network {

  private static final byte[] AUDIO = new byte[4_800];
  private static final String[] CODES = {
    "conversation_already_has_active_response",
    "server_error",
    "response_cancel_not_active",
    "invalid_value",
    "session_expired",
    "rate_limit_exceeded",
    null
  };

  private final SplittableRandom random;

  /** How many different calls were made under each call id on this connection. */
  private final Map<String, Integer> made = new HashMap<>();

  /** The number of each call by its connection, response and item. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private int connection;
  private String lastEvent;
  private String lastCreate;
  private int hangingUp;

  LawlessServer(SplittableRandom random) {
    this.random = random;
  }

  /** How many different calls this connection has under a call id. */
  int calls(String callId) {
    return made.getOrDefault(callId, 0);
  }

  /** The connection that the client closed since this was last asked; 0: none. */
  int hungUp() {
    int connection = hangingUp;
    hangingUp = 0;
    return connection;
  }

  @Override
  public void dial(int number) {
    connection = number;
    made.clear();
  }

  @Override
  public void receive(int connection, ClientEvent event) {
    lastEvent = event.eventId();
    if (event instanceof ClientEvent.ResponseCreate) {
      lastCreate = event.eventId();
    } else if (event instanceof ClientEvent.ItemCreate create
        && create.item() instanceof Item.FunctionCall call) {
      made.merge(call.callId(), 1, Integer::sum);
    }
  }

  @Override
  public void hangUp(int connection, int code) {
    hangingUp = connection;
  }

  static ServerEvent greeting() {
    return ServerEvents.greeting("sess", SessionConfig.builder().build());
  }

  static ServerEvent confirmation() {
    return ServerEvents.confirmed("sess", SessionConfig.builder().build());
  }

  /** Any event. */
  ServerEvent anything() {
    String response = id("resp", 4);
    String item = id("item", 6);
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> ServerEvents.created(response(response, Status.IN_PROGRESS));
      case 3, 4, 5 -> ServerEvents.done(response(response, pick(Status.values())));
      case 6, 7 -> ServerEvents.itemDone(response, call(response));
      case 8 -> ServerEvents.itemAdded(response, call(response));
      case 9 -> ServerEvents.arguments(response, call(response));
      case 10 -> ServerEvents.audio(response, item, AUDIO);
      case 11 -> ServerEvents.transcript(response, item, "Hm");
      case 12 -> ServerEvents.text(response, item, "Hm");
      case 13 -> ServerEvents.speechStarted(item);
      case 14 -> ServerEvents.speechStopped(item);
      case 15 -> ServerEvents.committed(item);
      case 16 -> ServerEvents.cleared();
      case 17 -> ServerEvents.timeoutTriggered(item);
      case 18 -> ServerEvents.transcribed(item, "a1");
      case 19 -> ServerEvents.added(message(item));
      case 20 -> ServerEvents.done(random.nextBoolean() ? message(item) : output());
      case 21 -> ServerEvents.mcpCompleted(item);
      case 22 -> random.nextBoolean() ? greeting() : confirmation();
      default ->
          ServerEvents.error(
              pick(CODES),
              "Oops.",
              random.nextInt(3) == 0 ? null : random.nextBoolean() ? lastEvent : lastCreate);
    };
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String id(String kind, int count) {
    return random.nextInt(30) == 0 ? null : kind + "_" + random.nextInt(count);
  }

  private dev.parlando.realtime.Response response(String id, Status status) {
    List<Item> items =
        random.nextBoolean() ? List.of() : List.of(random.nextBoolean() ? call(id) : message("m"));
    Map<String, String> metadata =
        lastCreate == null || random.nextBoolean() ? null : Map.of("parlando_reply", lastCreate);
    return ServerEvents.response(
        id,
        status,
        status == Status.FAILED ? ServerEvents.failed(String.valueOf(pick(CODES)), "Oops.") : null,
        random.nextInt(6) == 0,
        metadata,
        items);
  }

  private Item.FunctionCall call(String responseId) {
    String callId = "call_" + random.nextInt(6);
    String itemId = "fc_" + callId;
    // Of no response it is a call of its own each time: nothing says which of them it is.
    String key = connection + " " + (responseId == null ? numbers.size() : responseId) + itemId;
    Integer known = numbers.putIfAbsent(key, numbers.size() + 1);
    if (known == null) {
      made.merge(callId, 1, Integer::sum);
    }
    String[] names = {"get_time", "slowly_pay", "no_such_tool"};
    return new Item.FunctionCall(
        itemId,
        pick(Item.Status.values()),
        callId,
        random.nextInt(20) == 0 ? null : pick(names),
        "{\"n\":" + numbers.get(key) + (random.nextInt(8) == 0 ? ",\"m\":1}" : "}"),
        Extras.NONE);
  }

  private Item message(String id) {
    return new Item.Message(
        id, null, pick(Item.Role.values()), List.of(new ContentPart.OutputText("Hm")), Extras.NONE);
  }

  private Item output() {
    return Item.functionCallOutput("call_" + random.nextInt(6), "o1");
  }
}
