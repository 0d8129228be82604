package dev.parlando.internal.engine;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of the conversation, in order, as far as the server told of them or we sent them. It
 * holds transcripts and texts, never audio.
 */
final class History {

  private static final int LIMIT = 20_000;

  private final HistoryChain items = new HistoryChain();
  private final Map<String, HistoryItem> byId = new HashMap<>();

  /** What we sent and the server did not confirm yet. */
  private final List<HistoryItem> unconfirmed = new ArrayList<>();

  /** Items whose predecessor has not shown up, by the predecessor's id. They stand at the end. */
  private final Map<String, HistoryItem> early = new Bounded<>(1_000);

  /** Transcripts that came before their item, by the item's id and the place of the part in it. */
  private final Map<String, Map<Integer, String>> wordsAhead = new Bounded<>(1_000);

  /** An item that we send; it stands at the end until the server says otherwise. */
  synchronized void sent(Item item) {
    unconfirmed.add(append(item));
  }

  /**
   * An item that the server has.
   *
   * @param previousId the item before it; {@code root}: none; null: not said
   */
  synchronized void added(@Nullable String previousId, Item item) {
    String id = item.id();
    if (id == null) {
      return;
    }
    HistoryItem known = byId.get(id);
    if (known == null) {
      known = ours(item);
    }
    if (known == null) {
      known = append(item);
    } else {
      unconfirmed.remove(known);
      name(known, id);
      known.update(item);
    }
    known.previousId = previousId;
    place(known, previousId);
    Map<Integer, String> words = wordsAhead.remove(id);
    if (words != null) {
      words.forEach(known::words);
    }
    HistoryItem follower = early.remove(id);
    if (follower != null) {
      bring(known, follower);
    }
  }

  /** Moves an item after another, with those that came to stand behind it. */
  private void bring(HistoryItem previous, HistoryItem first) {
    HistoryItem after = previous;
    HistoryItem item = first;
    while (item != null) {
      HistoryItem next = item.next;
      items.moveAfter(after, item);
      after = item;
      boolean follows =
          next != null
              && next != previous // A server may name predecessors in a circle.
              && next.previousId != null
              && byId.get(next.previousId) == item;
      item = follows ? next : null;
    }
  }

  /** Our own item, come back under an id that the server chose. */
  private @Nullable HistoryItem ours(Item item) {
    return unconfirmed.stream().filter(sent -> sent.sameAs(item)).findFirst().orElse(null);
  }

  private HistoryItem append(Item item) {
    if (items.size() >= LIMIT) {
      forget(items.first());
    }
    HistoryItem added = new HistoryItem(item);
    items.append(added);
    if (item.id() != null) {
      name(added, item.id());
    }
    return added;
  }

  private void place(HistoryItem item, @Nullable String previousId) {
    if (previousId == null) {
      return;
    }
    HistoryItem previous = byId.get(previousId);
    if (previousId.equals("root") || previous != null) {
      items.moveAfter(previous, item);
    } else {
      early.put(previousId, item);
    }
  }

  /**
   * An item is complete; its transcript may be among it. It may be the first that is heard of it.
   */
  synchronized void done(Item item) {
    HistoryItem known = item.id() == null ? null : byId.get(item.id());
    if (known != null) {
      known.update(item);
    } else if (item.id() != null) {
      added(null, item);
    } else {
      append(item);
    }
  }

  synchronized void deleted(@Nullable String id) {
    HistoryItem item = byId.get(Objects.requireNonNullElse(id, ""));
    if (item != null) {
      forget(item);
    }
  }

  private void forget(HistoryItem item) {
    items.remove(item);
    item.ids.forEach(byId::remove);
    unconfirmed.remove(item);
    early.values().removeIf(waiting -> waiting == item);
  }

  /** An item of ours has two ids with a server that chooses its own. */
  private void name(HistoryItem item, String id) {
    item.ids.add(id);
    byId.put(id, item);
  }

  /** The transcript of a part of an item became known. */
  synchronized void words(String itemId, int contentIndex, String text) {
    HistoryItem item = byId.get(itemId);
    if (item != null) {
      item.words(contentIndex, text);
    } else {
      wordsAhead.computeIfAbsent(itemId, id -> new HashMap<>()).put(contentIndex, text);
    }
  }

  /** The user heard only a part of what the model said. */
  synchronized void truncated(String itemId, int contentIndex, double heardPart) {
    HistoryItem item = byId.get(itemId);
    if (item != null) {
      item.truncate(contentIndex, heardPart);
    }
  }

  /**
   * The conversation as it could be told to another session: what is complete, and every call with
   * its answer.
   *
   * @param open whether the answer of a call is still to come, so that none is made up for it
   */
  synchronized List<Item> snapshot(Predicate<String> open) {
    Map<String, Item> outputs = new HashMap<>();
    for (HistoryItem entry : items) {
      if (entry.item() instanceof Item.FunctionCallOutput output && output.callId() != null) {
        outputs.put(output.callId(), output);
      }
    }
    List<Item> snapshot = new ArrayList<>();
    Set<String> called = new HashSet<>();
    for (HistoryItem entry : items) {
      Item item = entry.item();
      if (item instanceof Item.FunctionCall call && call.callId() != null) {
        boolean complete = call.status() == null || call.status() == Item.Status.COMPLETED;
        if (complete && called.add(call.callId())) {
          Item output = outputs.get(call.callId());
          snapshot.add(call);
          if (output != null) {
            snapshot.add(output);
          } else if (!open.test(call.callId())) {
            snapshot.add(Item.functionCallOutput(call.callId(), ModelMessages.cancelled()));
          }
        }
      } else if (hasContent(item)) {
        snapshot.add(item);
      }
    }
    return List.copyOf(snapshot);
  }

  private static boolean hasContent(Item item) {
    if (!(item instanceof Item.Message message)) {
      return false;
    }
    for (ContentPart part : message.content()) {
      if (HistoryItem.textOf(part) != null) {
        return true;
      }
    }
    return false;
  }
}
