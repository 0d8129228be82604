package dev.parlando.internal.engine.calls;

import dev.parlando.SideEffect;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in the outside world since the caller last spoke. A model that lost a connection
 * asks for the same call again, under another id: it is told what came of the first, and nothing is
 * done twice.
 */
final class WrittenOnce {

  /** A tool with its arguments. */
  private record Key(String name, String arguments) {}

  private final Map<Key, String> sinceTurn = new HashMap<>();
  private final Map<Key, String> onOldConnections = new HashMap<>();

  /** The caller spoke or wrote: what is asked for now is wanted anew. */
  void clear() {
    sinceTurn.clear();
    onOldConnections.clear();
  }

  void connectionLost() {
    onOldConnections.putAll(sinceTurn);
  }

  void started(Call call) {
    if (writes(call)) {
      sinceTurn.put(key(call), ModelMessages.startedBefore());
    }
  }

  void returned(Call call, String output) {
    if (writes(call)) {
      sinceTurn.replace(key(call), output);
      onOldConnections.replace(key(call), output);
    }
  }

  void didNotRun(Call call) {
    sinceTurn.remove(key(call));
    onOldConnections.remove(key(call));
  }

  /** What came of the same call on an older connection; null: there was none. */
  @Nullable String outputOf(Call call) {
    return writes(call) ? onOldConnections.get(key(call)) : null;
  }

  private static boolean writes(Call call) {
    return call.policy().effect() != SideEffect.READ;
  }

  private static Key key(Call call) {
    return new Key(call.toolCall().name(), call.toolCall().arguments());
  }
}
