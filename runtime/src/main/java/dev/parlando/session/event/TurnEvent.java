package dev.parlando.session.event;

/**
 * What becomes of somebody's waiting for an answer. A turn is opened by what the caller says or
 * writes, by a requested response, or by tool outputs that want one; each turn that was told as
 * {@link Waiting} ends in one of the others, unless the session ends first.
 */
public sealed interface TurnEvent extends VoiceEvent {

  /** Which turn, counted from 1. A turn that goes on after its tools were run keeps its number. */
  long turn();

  /**
   * A turn waits for its answer: it was opened, or what was to answer it got lost and is requested
   * again.
   *
   * @param reason why it waits, for people
   * @param sinceMs since when, in ms on the session's clock, which has no meaning but in
   *     differences
   */
  record Waiting(long turn, String reason, long sinceMs) implements TurnEvent {}

  /**
   * A turn was answered by a response, or by a tool that wants no response.
   *
   * @param responseId the server's id of the response; empty where there was none
   */
  record Answered(long turn, String responseId) implements TurnEvent {}

  /**
   * The answer is not wanted any more: the caller spoke over it, or it was cancelled.
   *
   * @param reason what came between, for people
   */
  record Overtaken(long turn, String reason) implements TurnEvent {}

  /**
   * No answer could be had. A {@link Failure} was told before.
   *
   * @param reason why not, for people
   */
  record GivenUp(long turn, String reason) implements TurnEvent {}
}
