package dev.parlando.internal.engine.io;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;

/** What the engine wants done. Effects are carried out in the order they are given. */
public sealed interface Effect {

  /** Send an event. */
  record Send(ClientEvent event) implements Effect {}

  /**
   * Decode the arguments and run the tool, away from the engine.
   *
   * @param tools the tool set that knows the tool
   * @param timeoutMs how long it may take, in ms; 0: no limit
   */
  record StartTool(ToolCall call, ToolSet tools, long timeoutMs) implements Effect {}

  /** Tell a running tool that nobody waits for it. */
  record CancelTool(String callId) implements Effect {}

  /** Give the timer back as an input after so many ms. */
  record StartTimer(Timer timer, long delayMs) implements Effect {}

  /** Forget the timer. */
  record StopTimer(Timer timer) implements Effect {}

  /**
   * Let the user hear it.
   *
   * @param audio samples in the session's output format; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Audio is handed on, never copied or compared.
  record Play(String itemId, int contentIndex, byte[] audio) implements Effect {}

  /** Stop the audio and give back what was heard of it, as {@link Input.Flushed}. */
  record Flush() implements Effect {}

  /**
   * Give {@link Input.AllHeard} as soon as nothing is under way and all that was played was heard.
   */
  record AwaitHeard() implements Effect {}

  /** Ask the application what the usage costs, and give it back as {@link Input.Priced}. */
  record AskPrice(UsageTotals used) implements Effect {}

  /** Tell the listener. */
  record Tell(VoiceEvent event) implements Effect {}

  /** Write events in this dialect from now on. */
  record UseDialect(Dialect dialect) implements Effect {}

  /**
   * The session can be used.
   *
   * @param sessionId the server's id of it; empty where it gave none
   */
  record Connected(String sessionId) implements Effect {}

  /**
   * The session could not be opened.
   *
   * @param httpStatus the status of a refused upgrade; 0 where there was none
   * @param code the server's error code; empty where there was none
   */
  record ConnectFailed(int httpStatus, String code, String message) implements Effect {}

  /**
   * Dial anew after so many ms, with fresh credentials, if that is still wanted then.
   *
   * @param dial the number of the dial
   */
  record Redial(int dial, long delayMs) implements Effect {}

  /** Close the connection; the second time, without waiting for the server. */
  record Disconnect(int code, String reason) implements Effect {}
}
