package dev.parlando.internal.engine.oracle;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Something that the caller waits for an answer to, as seen from outside. */
final class Turn {

  /** How a turn came about. */
  enum Kind {
    TEXT,
    SPEECH,
    PUSHED,
    REQUEST,
    REQUEST_WITH_OVERRIDES,
    ROUND,
    MCP
  }

  private static final long ON_THE_WAY_MS = 100;

  final Kind kind;

  /** The number that is in it. */
  final int number;

  final long openedMs;
  final int connection;

  /** For a round: the numbers of its outputs. */
  final BitSet outputs = new BitSet();

  /** Which of the turns it is, in the order they were opened. */
  int order;

  State state = State.OWED;

  /** The response that is to answer it, while one runs. */
  SimResponse meeting;

  int asks;

  /** The event ids under which it was asked for. */
  final Set<String> askedUnder = new HashSet<>();

  /** The last of them. */
  String createId;

  /** Whether something happened that no further request would mend. */
  boolean beyondHelp;

  /** Whether somebody else cancelled a response to it before anything was heard. */
  boolean cancelled;

  /** Whether a response to it was lost after a part of it was heard. */
  boolean brokenOff;

  /** Whether the user spoke over what was heard of its response. */
  boolean spokenOver;

  /** Whether a failure was told too early. */
  boolean failureTold;

  /** Whether the client learnt that the server has it. */
  boolean acknowledged;

  /** Whether the client learnt what was said. */
  boolean transcribed;

  /** Whether a complete response to it was heard. */
  boolean answered;

  /** Whether an answer is neither owed nor wrong. */
  boolean optional;

  Turn(Kind kind, int number, long openedMs, int connection) {
    this.kind = kind;
    this.number = number;
    this.openedMs = openedMs;
    this.connection = connection;
  }

  /** It was asked for under an id. */
  void asked(String eventId) {
    createId = eventId;
    askedUnder.add(eventId);
    asks++;
  }

  /** Whether a response had read it when it began. */
  boolean readBy(SimResponse response) {
    if (kind != Kind.REQUEST_WITH_OVERRIDES && order > response.requestedOrder) {
      return false; // A request with overrides is for itself, and for what waited before it.
    }
    // A request has no item: what begins while it is on its way may meet it.
    long earliest =
        kind == Kind.SPEECH || kind == Kind.MCP
            ? 0
            : kind == Kind.REQUEST ? openedMs - ON_THE_WAY_MS : openedMs;
    if (response.outOfBand || response.begunMs < earliest) {
      return false;
    }
    return switch (kind) {
      case REQUEST -> true;
      case REQUEST_WITH_OVERRIDES -> response.requested == number;
      case ROUND -> hasAllOutputs(response);
      case MCP -> response.connection > connection || response.outputs.get(number);
      case SPEECH, PUSHED ->
          response.said.get(number)
              || (response.note && !transcribed && response.connection > connection);
      case TEXT -> response.said.get(number);
    };
  }

  private boolean hasAllOutputs(SimResponse response) {
    BitSet missing = (BitSet) outputs.clone();
    missing.andNot(response.outputs);
    return missing.isEmpty();
  }

  /** Whether a client can know that a response meets it, so that it must not ask once more. */
  boolean surelyMetBy(Reply reply) {
    if (reply.response.createId != null && askedUnder.contains(reply.response.createId)) {
      return true;
    }
    if (reply.beganUnseen) {
      return false; // It may have begun before the client learnt that the server has the turn.
    }
    if (reply.response.createId != null) {
      return openedMs < reply.askedMs;
    }
    boolean known = acknowledged || kind == Kind.SPEECH || kind == Kind.REQUEST;
    return known && (openedMs <= reply.askedMs || kind == Kind.SPEECH);
  }

  @Override
  public String toString() {
    return kind + " " + (kind == Kind.ROUND ? outputs : number) + " " + state;
  }
}
