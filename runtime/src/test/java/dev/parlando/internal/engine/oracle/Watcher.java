package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import java.util.List;

/** All that is seen of a session from outside, in the order it happens. */
interface Watcher {

  void dialled(int connection);

  void hungUp(int connection);

  /** The connection ended, or was refused. */
  void lost(int connection);

  /** An event of the server reached the client, which has not acted on it yet. */
  void delivered(int connection, ServerEvent event);

  void sent(int connection, ClientEvent event);

  void told(VoiceEvent event);

  /** Audio of an item was handed to the sink. */
  void played(String itemId, long ms);

  /**
   * The sink was emptied.
   *
   * @param cut the items of which something was not heard
   */
  void flushed(List<String> cut);

  /** The session could not be opened, and is over. */
  void notConnected();

  void toolStarted(ToolCall call);

  /** The client came to rest after an input. */
  void quiet(boolean idle);

  /** The client threw. */
  void threw(Throwable thrown);
}
