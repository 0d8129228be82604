package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseConfig;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Follows how the model is asked: requests, refusals, beginnings. */
final class Asking {

  /** No turn may be asked for as often as this; far above what is allowed, for many causes meet. */
  private static final int ENDLESS = 25;

  private static final int LEAST_ASKS = 3;

  private final Turns turns;
  private final Findings findings;
  private final Map<String, ClientEvent.ItemCreate> items = new HashMap<>();
  private final Set<String> creates = new HashSet<>();

  Asking(Turns turns, Findings findings) {
    this.turns = turns;
    this.findings = findings;
  }

  /** The connection is lost: nothing is refused any more. */
  void forget() {
    items.clear();
    creates.clear();
  }

  void item(ClientEvent.ItemCreate create) {
    items.put(create.eventId(), create);
  }

  void asked(ClientEvent.ResponseCreate create) {
    ResponseConfig config = create.response();
    if (config != null && "none".equals(config.conversation())) {
      return;
    }
    creates.add(create.eventId());
    String instructions = config == null ? null : config.instructions();
    int requested =
        instructions != null && instructions.startsWith("r") ? Tokens.number(instructions, 1) : -1;
    for (Turn turn : turns.all()) {
      boolean meant =
          turn.kind == Turn.Kind.REQUEST_WITH_OVERRIDES
              ? turn.number == requested
              : requested < 0 || turn.order < turns.order(requested);
      if (turn.state.open() && meant) {
        asked(turn, create.eventId());
      }
    }
  }

  private void asked(Turn turn, String createId) {
    Happening happening =
        switch (turn.state) {
          case ASKED, ASKED_BY_SERVER -> Happening.NO_BEGINNING;
          case BEGUN, HEARD -> Happening.STALLED;
          default -> Happening.REQUESTED;
        };
    turns.become(turn, happening, State.ASKED);
    turn.asked(createId);
    if (turn.asks > ENDLESS) {
      findings.add(Rule.ASKED_TOO_OFTEN, String.valueOf(turn));
    }
  }

  void refused(ErrorDetail error) {
    ClientEvent.ItemCreate item = error.eventId() == null ? null : items.get(error.eventId());
    if (item != null) {
      itemRefused(item);
      return;
    }
    boolean busy = "conversation_already_has_active_response".equals(error.code());
    boolean anonymous = error.eventId() == null;
    if (anonymous ? !busy : !creates.contains(error.eventId())) {
      return;
    }
    Happening happening =
        busy
            ? anonymous ? Happening.REFUSED_BUSY_WITHOUT_ID : Happening.REFUSED_BUSY
            : "server_error".equals(error.code())
                ? Happening.REFUSED_TRANSIENTLY
                : Happening.REFUSED_FINALLY;
    for (Turn turn : turns.all()) {
      if (turn.state == State.ASKED && (anonymous || error.eventId().equals(turn.createId))) {
        turn.beyondHelp |= happening == Happening.REFUSED_FINALLY;
        turns.become(turn, happening, State.OWED);
      }
    }
  }

  /** The server has an item. */
  void acknowledged(Item item) {
    BitSet said = new BitSet();
    Tokens.read(item, said, new BitSet());
    for (Turn turn : turns.all()) {
      turn.acknowledged |= said.get(turn.number);
    }
  }

  private void itemRefused(ClientEvent.ItemCreate create) {
    BitSet said = new BitSet();
    BitSet outputs = new BitSet();
    Tokens.read(create.item(), said, outputs);
    for (Turn turn : turns.all()) {
      if (turn.state.open() && said.get(turn.number)) {
        turn.beyondHelp = true;
        turns.become(turn, Happening.ITEM_REFUSED, turn.state);
      } else if (turn.state.open() && turn.outputs.intersects(outputs)) {
        turns.become(turn, Happening.OUTPUT_REFUSED, turn.state);
      }
    }
  }

  /** The client learns that a response began. */
  void began(Reply reply) {
    SimResponse response = reply.response;
    boolean own = response.createId == null;
    boolean met = false;
    for (Turn turn : turns.all()) {
      boolean waits =
          turn.state == State.OWED
              || turn.state == State.ASKED
              || turn.state == State.ASKED_BY_SERVER
              || (turn.state == State.BEGUN && turn.meeting != response);
      if (waits && turn.readBy(response)) {
        if (turn.state == State.BEGUN && !own && !response.createId.equals(turn.createId)) {
          turns.count(State.BEGUN, Happening.BEGAN_UNDER_OLD_ID);
        }
        met = true;
        turns.become(turn, own ? Happening.BEGAN_BY_SERVER : Happening.BEGAN, State.BEGUN);
        turn.meeting = response;
      }
    }
    if (!met && !own && !response.outOfBand) {
      for (Turn turn : turns.all()) {
        if (turn.readBy(response) && (turn.answered || response.createId.equals(turn.createId))) {
          turns.count(turn.state, Happening.BEGAN_UNDER_OLD_ID);
          break;
        }
      }
    }
  }

  /** A failure names a turn; which, is not told: any that it can be. */
  void failureTold() {
    for (Turn turn : turns.all()) {
      if (turn.state.open()) {
        if (turn.beyondHelp || turn.asks >= LEAST_ASKS) {
          turn.state = State.SETTLED;
        } else {
          turn.failureTold = true;
        }
      }
    }
  }
}
