package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.connection.Configuration;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.InputBuffer;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.turns.Floor;
import dev.parlando.internal.engine.turns.OwedTurn;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.session.event.SpeechEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says: appended, heard by the server, committed, and told anew where it got lost.
 */
final class CallerAudio {

  /** A commit of ours, which the server has not told of yet. */
  private static final class Commit {
    private String eventId;
    private @Nullable OwedTurn turn;
    private boolean made;

    private Commit(String eventId) {
      this.eventId = eventId;
    }

    private boolean made() {
      return made;
    }
  }

  private static final Item LOST =
      Item.systemText(
          "The last thing the user said got lost on the way. Say so, and ask for it again.");

  private final Outbox out;
  private final InputBuffer buffer;
  private final ResponseScheduler scheduler;
  private final Floor floor;
  private final Calls calls;
  private final Interruptions interruptions;
  private final Configuration configuration;
  private final History history;
  private final Deque<Commit> commits = new ArrayDeque<>();

  /** Turns whose items were sent once more, by the event that did. */
  private final Map<String, OwedTurn> restored = new Bounded<>(1_000);

  /** The event that sent audio once more which nobody wrote down; null: none. */
  private @Nullable String lostAudio;

  /** Items that were made of the caller's audio on this connection. */
  private final Map<String, Boolean> made = new Bounded<>(1_000);

  CallerAudio(
      Outbox out,
      InputBuffer buffer,
      ResponseScheduler scheduler,
      Calls calls,
      Interruptions interruptions,
      Configuration configuration,
      History history) {
    this.out = out;
    this.buffer = buffer;
    this.scheduler = scheduler;
    this.floor = scheduler.floor();
    this.calls = calls;
    this.interruptions = interruptions;
    this.configuration = configuration;
    this.history = history;
  }

  void append(byte[] audio) {
    floor.appended();
    buffer.append(audio);
  }

  void commit(boolean response) {
    String eventId = buffer.commit();
    if (eventId != null) {
      Commit commit = new Commit(eventId);
      commit.turn = response ? scheduler.turns().audio(commit::made) : null;
      commits.add(commit);
    }
  }

  void clear() {
    buffer.clear();
  }

  void on(InputAudioEvent event) {
    if (event instanceof InputAudioEvent.SpeechStarted started) {
      calls.newTurn();
      buffer.speechStarted();
      floor.started(requireNonNullElse(started.itemId(), ""));
      interruptions.started(requireNonNullElse(started.itemId(), ""));
      out.tell(
          new SpeechEvent.Started(
              requireNonNullElse(started.itemId(), ""),
              requireNonNullElse(started.audioStartMs(), 0)));
    } else if (event instanceof InputAudioEvent.SpeechStopped stopped) {
      floor.stopped();
      interruptions.stopped();
      out.tell(
          new SpeechEvent.Stopped(
              requireNonNullElse(stopped.itemId(), ""),
              requireNonNullElse(stopped.audioEndMs(), 0)));
    } else if (event instanceof InputAudioEvent.Committed committed) {
      committed(requireNonNullElse(committed.itemId(), ""));
    } else if (event instanceof InputAudioEvent.TimeoutTriggered idle) {
      floor.idle(requireNonNullElse(idle.itemId(), ""));
    } else if (event instanceof InputAudioEvent.Cleared) {
      buffer.forgotten();
      floor.dissolve();
    }
  }

  private void committed(String itemId) {
    if (!itemId.isEmpty() && made.put(itemId, true) != null) {
      return; // Told twice.
    }
    buffer.taken(itemId);
    Commit ours = commits.poll();
    if (ours == null) {
      floor.committed(itemId);
      return;
    }
    ours.made = true;
    if (ours.turn != null) {
      ours.turn.itemId(itemId);
    }
    floor.dissolve(); // What was being said is in it.
  }

  /** No audio may have come for a while from a caller who seems to speak. */
  void missing() {
    OwedTurn turn = floor.audioMissing();
    String eventId = turn == null || !buffer.mayCommit() ? null : buffer.commit();
    if (turn != null && eventId != null) {
      Commit commit = new Commit(eventId);
      commit.turn = turn;
      commits.add(commit);
      floor.ended(turn, commit::made);
    } else if (turn != null) {
      floor.dissolve();
    }
  }

  /** An item was sent to a new connection, which may be what the caller said. */
  void restored(Item item, String eventId) {
    OwedTurn turn = item.id() == null ? null : scheduler.turns().about(item.id());
    if (turn != null) {
      restored.put(eventId, turn);
    }
  }

  /** The server refused something. Returns whether it was what somebody waits for an answer to. */
  boolean refused(ErrorDetail error) {
    if (lostAudio != null && lostAudio.equals(error.eventId())) {
      lostAudio = null;
      out.send(new ClientEvent.ItemCreate(LOST)); // Some servers take no audio in items.
      OwedTurn waiting = scheduler.turns().lastAudio();
      if (waiting != null) {
        scheduler.turns().askAnew(waiting);
      }
      return true;
    }
    OwedTurn about = error.eventId() == null ? null : restored.remove(error.eventId());
    if (about != null) {
      scheduler.itemRefused(about, error);
      return true;
    }
    for (Commit commit : commits) {
      if (commit.eventId.equals(error.eventId())) {
        commits.remove(commit);
        if (commit.turn != null) {
          scheduler.itemRefused(commit.turn, error);
        }
        return commit.turn != null;
      }
    }
    return false;
  }

  /**
   * The connection is lost.
   *
   * @param toldAnew whether the server's part of the caller's audio is lost with it
   */
  void connectionLost(boolean toldAnew) {
    boolean needed =
        floor.speaking() || configuration.committedByApplication() || !commits.isEmpty();
    buffer.connectionLost(toldAnew && needed);
    made.clear();
    interruptions.connectionLost();
    if (!toldAnew) {
      // Whether they were made is never told; what was said is in the conversation, or never was.
      commits.forEach(commit -> commit.made = true);
      commits.clear();
    }
  }

  /** A new connection begins: what nobody wrote down is told as audio, or at least that it was. */
  void restore() {
    OwedTurn waiting = scheduler.turns().lastAudio();
    if (waiting != null && !history.hasText(waiting.itemId())) {
      String audio = buffer.audioOf(waiting.itemId());
      if (audio == null) {
        out.sendNow(new ClientEvent.ItemCreate(LOST));
      } else {
        ContentPart part = new ContentPart.InputAudio(audio, null, Extras.NONE);
        Item item = Item.Message.of(Item.Role.USER, part);
        lostAudio = out.sendNow(new ClientEvent.ItemCreate(item));
      }
    }
    Iterator<Commit> lost = commits.iterator();
    for (String eventId : buffer.appendAgain()) {
      if (lost.hasNext()) {
        lost.next().eventId = eventId;
      }
    }
  }
}
