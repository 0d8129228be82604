package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.io.Timer;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import java.util.List;

/** What calls want done. Whoever leads a conversation, over whatever wire, carries it out. */
public interface CallPort {

  /**
   * The one output of a call.
   *
   * @param callId the id that came with {@link CallRequested}
   */
  record Answer(String callId, String output) {}

  /**
   * What became of a call that has its output already.
   *
   * @param text a message that says so
   * @param output what the output would have been; it still may be, if the other did not go out
   */
  record FollowUp(String callId, String text, String output) {}

  /**
   * The model is to go on.
   *
   * @param responseId the response whose calls were answered
   * @param calls the calls whose outputs it has not spoken about
   * @param speakOnly whether it may not call again
   * @param interruptible whether speech of the caller stops what it says
   */
  record RequestResponse(
      String responseId, List<String> calls, boolean speakOnly, boolean interruptible) {}

  /** The time of the input that is being handled, in ms. */
  long nowMs();

  /** A call of a response is taken on. */
  void taken(String responseId);

  /** Sends the output of a call. */
  void answer(Answer answer);

  /** Notes the output of a call for the next connection. The one there was is gone. */
  void answerLater(Answer answer);

  /** Sends what became of a call that has its output already. */
  void followUp(FollowUp followUp);

  /** Asks for a response to outputs. */
  void requestResponse(RequestResponse request);

  /** All calls of a response were answered, and no response is wanted. */
  void requestNoResponse(String responseId);

  /**
   * Decodes the arguments and runs the tool, away from here.
   *
   * @param timeoutMs how long it may take, in ms; 0: no limit
   */
  void run(ToolCall call, ToolSet tools, long timeoutMs);

  /** Tells a running tool that nobody waits for it. */
  void cancel(String callId);

  /** Starts a timer, anew if it runs. */
  void start(Timer timer, long delayMs);

  /** Stops a timer. */
  void stop(Timer timer);

  /** Tells the listeners. */
  void tell(VoiceEvent event);
}
