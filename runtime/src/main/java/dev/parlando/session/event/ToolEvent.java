package dev.parlando.session.event;

import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.util.List;

/** A call of a tool goes through its life. Each call that is not skipped ends in one answer. */
public sealed interface ToolEvent extends VoiceEvent {

  /** The call, with the arguments as the model sent them. */
  ToolCall call();

  /** When, in ms on the session's clock, which has no meaning but in differences. */
  long atMs();

  /** The model asked for the call. */
  record Requested(ToolCall call, long atMs) implements ToolEvent {}

  /**
   * The arguments were decoded and found valid; the tool runs.
   *
   * @param repairs what was taken though it did not fit the schema, since its meaning was plain
   */
  record Validated(ToolCall call, long atMs, List<Repair> repairs) implements ToolEvent {}

  /** The call was handed to the tool executor. */
  record Started(ToolCall call, long atMs) implements ToolEvent {}

  /**
   * The call was answered.
   *
   * @param ending how it ended
   * @param output the text that went to the model
   * @param violations what was wrong with the arguments; empty unless they were invalid
   * @param elapsedMs from the request to the answer, in ms
   */
  record Answered(
      ToolCall call,
      long atMs,
      Ending ending,
      String output,
      List<Violation> violations,
      long elapsedMs)
      implements ToolEvent {

    @Override
    public String toString() {
      return "Answered["
          + call.name()
          + ", "
          + ending
          + ", "
          + output.length()
          + " characters, "
          + elapsedMs
          + " ms]";
    }
  }

  /**
   * A call that had been answered as {@link Ending#STILL_RUNNING} ended; the model was told in a
   * message.
   *
   * @param ending how it ended
   * @param output the text that went to the model
   * @param elapsedMs from the request to the end, in ms
   */
  record FollowedUp(ToolCall call, long atMs, Ending ending, String output, long elapsedMs)
      implements ToolEvent {

    @Override
    public String toString() {
      return "FollowedUp["
          + call.name()
          + ", "
          + ending
          + ", "
          + output.length()
          + " characters, "
          + elapsedMs
          + " ms]";
    }
  }

  /** The server has the answer in the conversation. */
  record Acknowledged(ToolCall call, long atMs) implements ToolEvent {}

  /**
   * The call was not run and gets no answer, because the model did not finish asking for it or
   * asked for something else under the same id.
   *
   * @param cause why
   * @param reason the same, for people
   */
  record Skipped(ToolCall call, long atMs, Cause cause, String reason) implements ToolEvent {

    /** Why a call was not run. */
    public enum Cause {
      /** The model did not finish asking for it. */
      UNFINISHED,
      /** Its id was used before, for another call. */
      ID_REUSED,
      /** It was made out of band, where no answer can reach it. */
      OUT_OF_BAND
    }
  }

  /**
   * A result came after its call had been answered otherwise; it was dropped.
   *
   * @param output the text that did not go out
   */
  record Late(ToolCall call, long atMs, String output) implements ToolEvent {

    @Override
    public String toString() {
      return "Late[" + call.name() + ", " + output.length() + " characters]";
    }
  }

  /** How a call ended. */
  enum Ending {
    /** The tool returned. */
    COMPLETED,
    /** The tool had not returned when the answers of its siblings were due; it goes on. */
    STILL_RUNNING,
    /** The tool threw an exception. */
    FAILED,
    /** The arguments did not fit the tool; it did not run. */
    INVALID_ARGUMENTS,
    /** No such tool, or none any more; nothing ran. */
    UNKNOWN_TOOL,
    /** The tool did not return in time. */
    TIMED_OUT,
    /** The call was cancelled before the tool returned. */
    CANCELLED,
    /** Too many calls were waiting; it did not run. */
    BUSY
  }
}
