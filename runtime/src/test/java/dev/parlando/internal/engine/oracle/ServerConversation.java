package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Item;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The items that the server has on one connection. */
final class ServerConversation {

  private final BitSet said = new BitSet();
  private final BitSet outputs = new BitSet();
  private final Set<String> itemIds = new HashSet<>();
  private final Map<String, String> callOfItem = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> answers = new HashMap<>();
  private boolean note;

  BitSet said() {
    return (BitSet) said.clone();
  }

  BitSet outputs() {
    return (BitSet) outputs.clone();
  }

  boolean note() {
    return note;
  }

  /** An item of the server's own. */
  void make(Item item) {
    itemIds.add(item.id());
    if (item instanceof Item.FunctionCall call) {
      calls.merge(call.callId(), 1, Integer::sum);
      callOfItem.put(item.id(), call.callId());
    }
  }

  /** Forgets an item. Returns whether there was one. */
  boolean delete(String itemId) {
    String callId = callOfItem.remove(itemId);
    if (callId != null) {
      calls.merge(callId, -1, Integer::sum);
    }
    return itemIds.remove(itemId);
  }

  /** The user's speech became an item. */
  void hear(String itemId, BitSet numbers) {
    itemIds.add(itemId);
    said.or(numbers);
  }

  /** A call that the server made itself ended. */
  void mcpEnded(int number) {
    outputs.set(number);
  }

  /** The client created an item. */
  void take(String itemId, Item item) {
    itemIds.add(itemId);
    int before = said.cardinality() + outputs.cardinality();
    Tokens.read(item, said, outputs);
    if (item instanceof Item.Message message && message.role() != Item.Role.ASSISTANT) {
      // One note, or the audio of the last, stands for all that nobody wrote down.
      note |= said.cardinality() + outputs.cardinality() == before || Tokens.isAudio(message);
    } else if (item instanceof Item.FunctionCall call) {
      calls.merge(call.callId(), 1, Integer::sum);
    } else if (item instanceof Item.FunctionCallOutput output) {
      answers.merge(output.callId(), 1, Integer::sum);
    }
  }

  /** A refused output leaves its call open for ever. */
  void refuse(Item item) {
    if (item instanceof Item.FunctionCallOutput output) {
      answers.merge(output.callId(), 1, Integer::sum);
    }
  }

  boolean knows(String itemId) {
    return itemIds.contains(itemId);
  }

  /** Whether there is a call of this id that has no output. */
  boolean asks(String callId) {
    return calls.getOrDefault(callId, 0) > answers.getOrDefault(callId, 0);
  }

  boolean hasCall(String callId) {
    return calls.containsKey(callId);
  }

  /** A call that has no output; null: there is none. */
  String openCall() {
    for (String callId : calls.keySet()) {
      if (asks(callId)) {
        return callId;
      }
    }
    return null;
  }
}
