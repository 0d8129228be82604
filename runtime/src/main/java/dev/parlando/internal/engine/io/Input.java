package dev.parlando.internal.engine.io;

import dev.parlando.audio.Heard;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.transport.UpgradeRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine is told. */
public sealed interface Input {

  /**
   * An input that belongs to a dial. It counts only while that dial is the last one.
   *
   * @param dial the number of the dial, from 1
   */
  record OfDial(int dial, Input input) implements Input {}

  /** A connection is being dialled. */
  record Dialled() implements Input {}

  /** The WebSocket is open. */
  record Opened() implements Input {}

  /** The server refused the WebSocket. */
  record Refused(UpgradeRefused refusal) implements Input {}

  /** The connection ended. */
  record Disconnected(int code, String reason) implements Input {}

  /** The server sent an event. */
  record Received(ServerEvent event) implements Input {}

  /** The server sent something that is no event. */
  record Unreadable(String problem) implements Input {}

  /**
   * The audio was stopped.
   *
   * @param heard what was in the speaker; null: all had been heard
   */
  record Flushed(@Nullable Heard heard) implements Input {}

  /** Nothing is under way, and all that was played has been heard. */
  record AllHeard() implements Input {}

  /** What the usage costs, in the money of the budget. */
  record Priced(double cost) implements Input {}

  /** The application could not say what the usage costs. */
  record PriceUnknown(String problem) implements Input {}

  /** A timer that the engine started ran out. */
  record TimerFired(Timer timer) implements Input {}

  /** The arguments of a tool that the engine started fit it. */
  record ToolPrepared(String callId, List<Repair> repairs) implements Input {}

  /** A tool that the engine started ended. */
  record ToolEnded(String callId, ToolOutcome outcome) implements Input {}

  /** No thread could be had to run a tool that the engine started. */
  record ToolRejected(String callId) implements Input {}

  /** The application asks for something. */
  sealed interface Command extends Input {

    /** Adds a text of the user and asks for a response. */
    record SendText(String text) implements Command {}

    /** Adds audio of the user, in the session's input format. */
    @SuppressWarnings("ArrayRecordComponent") // Audio is handed on, never copied or compared.
    record AppendAudio(byte[] audio) implements Command {}

    /** Makes a user item of the audio so far and, if wanted, asks for a response. */
    record Commit(boolean reply) implements Command {}

    /** Forgets the audio that was not committed. */
    record ClearAudio() implements Command {}

    /** Stops the response that is under way. */
    record Interrupt() implements Command {}

    /**
     * Asks for a response, as configured for it or as the session is.
     *
     * @param interruptible whether speech of the caller stops it
     */
    record RequestResponse(@Nullable ResponseConfig overrides, boolean interruptible)
        implements Command {

      public RequestResponse(@Nullable ResponseConfig overrides) {
        this(overrides, true);
      }
    }

    /** Exchanges the connection for another as soon as nobody notices. */
    record Renew() implements Command {}

    /** Adds an item to the conversation. */
    record Add(Item item) implements Command {}

    /** Takes an item out of the conversation. */
    record Delete(String itemId) implements Command {}

    /** Changes the session's configuration; absent fields stay as they are. */
    record Update(SessionConfig changes) implements Command {}

    /** Exchanges the tools. */
    record ReplaceTools(ToolCatalog tools) implements Command {}

    /** Ends the session. */
    record Close(int code, String reason) implements Command {}
  }
}
