package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.InputAudioEvent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Follows what the user says, from the first word to the turn that it becomes. */
final class Speech {

  private static final long NOTHING_APPENDED_MS = 1_000;

  private final Agenda agenda;
  private final Setup setup;
  private final Turns turns;
  private final Map<String, BitSet> heardItems = new HashMap<>();
  private Turn forming;
  private long appendedMs;

  Speech(Agenda agenda, Setup setup, Turns turns) {
    this.agenda = agenda;
    this.setup = setup;
    this.turns = turns;
  }

  /** The server made an item of what it heard. */
  void heard(String itemId, BitSet numbers) {
    heardItems.put(itemId, numbers);
  }

  void appended() {
    appendedMs = agenda.nowMs();
  }

  /** The client asks for a response. */
  void asked(String createId) {
    if (forming != null && agenda.nowMs() >= appendedMs + NOTHING_APPENDED_MS) {
      turns.count(State.FORMING, Happening.NOTHING_APPENDED);
      forming.createId = createId; // The client ended the speech by a commit.
    }
  }

  void interrupted() {
    if (forming != null) {
      forming.optional = true;
      turns.count(State.FORMING, Happening.INTERRUPTED);
    }
  }

  /** Nothing comes of what is being said. */
  void ends(Happening happening, State state) {
    if (forming != null) {
      turns.become(forming, happening, state);
      forming = null;
    }
  }

  void on(int connection, InputAudioEvent event) {
    if (event instanceof InputAudioEvent.SpeechStarted) {
      started(connection);
    } else if (event instanceof InputAudioEvent.Committed committed) {
      BitSet numbers = heardItems.getOrDefault(committed.itemId(), new BitSet());
      numbers.stream().forEach(number -> committed(number, connection));
      forming = null;
    } else if (event instanceof InputAudioEvent.TimeoutTriggered) {
      turns.count(State.NONE, Happening.IDLE_COMMIT);
    }
  }

  private void started(int connection) {
    Turn waiting = turns.all().stream().filter(t -> t.state.open()).findFirst().orElse(null);
    turns.count(waiting == null ? State.NONE : waiting.state, Happening.SPEECH_STARTED);
    if (!Boolean.FALSE.equals(setup.interruptResponse())) {
      turns.all().forEach(turn -> turn.spokenOver = turn.state == State.HEARD);
    }
    if (setup.interrupts()) {
      turns.become(turn -> turn.state == State.HEARD, Happening.CANCELLED_BY_SPEECH, State.SETTLED);
    }
    forming = new Turn(Turn.Kind.SPEECH, 0, agenda.nowMs(), connection);
    forming.state = State.FORMING;
    turns.reserve(forming);
  }

  private void committed(int number, int connection) {
    if (turns.numbered(number) != null || !setup.vad()) {
      return;
    }
    String ours = forming == null ? null : forming.createId;
    boolean asks = setup.creates() && ours == null;
    Turn turn = new Turn(Turn.Kind.SPEECH, number, agenda.nowMs(), connection);
    turn.optional = forming != null && forming.optional;
    turn.order = forming == null ? 0 : forming.order;
    turns.open(turn);
    turn.state = State.FORMING;
    turns.become(
        turn,
        asks ? Happening.COMMITTED_SERVER_ASKS : Happening.COMMITTED,
        asks ? State.ASKED_BY_SERVER : ours == null ? State.OWED : State.ASKED);
    turn.asks = asks ? 1 : 0;
    if (ours != null) {
      turn.asked(ours);
    }
  }

  /** What was said became known in text. */
  void transcribed(String itemId) {
    BitSet numbers = heardItems.getOrDefault(itemId, new BitSet());
    numbers.stream()
        .forEach(
            number -> {
              Turn turn = turns.numbered(number);
              if (turn != null) {
                turn.transcribed = true;
              }
            });
  }
}
