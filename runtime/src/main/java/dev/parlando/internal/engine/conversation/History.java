package dev.parlando.internal.engine.conversation;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The items of the conversation, in order, as far as the server told of them or we sent them. It
 * holds text, never audio.
 */
public final class History {

  private static final int LIMIT = 20_000;

  private final HistoryChain items = new HistoryChain();
  private final Map<String, HistoryItem> byId = new HashMap<>();

  /** What we sent and the server did not confirm yet. */
  private final List<HistoryItem> unconfirmed = new ArrayList<>();

  /** Items whose predecessor has not shown up, by the predecessor's id. They stand at the end. */
  private final Map<String, HistoryItem> early = new Bounded<>(1_000);

  /** Transcripts that came before their item, by the item's id and the place of the part in it. */
  private final Map<String, Map<Integer, String>> transcriptsAhead = new Bounded<>(1_000);

  /** An item that we send; it stands at the end until the server says otherwise. */
  public synchronized HistoryItem sent(Item item) {
    HistoryItem sent = append(item);
    unconfirmed.add(sent);
    return sent;
  }

  /**
   * An item that the server has.
   *
   * @param previousId the item before it; {@code root}: none; null: not said
   * @return the item as it is kept; null: it has no name and is none of ours
   */
  public synchronized @Nullable HistoryItem added(@Nullable String previousId, Item item) {
    String id = item.id();
    if (id == null) {
      HistoryItem nameless = ours(item);
      if (nameless != null) {
        unconfirmed.remove(nameless);
        nameless.confirm();
      }
      return nameless;
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
    known.confirm();
    known.previousId = previousId;
    place(known, previousId);
    Map<Integer, String> transcripts = transcriptsAhead.remove(id);
    if (transcripts != null) {
      transcripts.forEach(known::transcript);
    }
    HistoryItem follower = early.remove(id);
    if (follower != null) {
      bring(known, follower);
    }
    return known;
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
    for (HistoryItem sent : unconfirmed) {
      if (sent.sameAs(item)) {
        return sent;
      }
    }
    return null;
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
  public synchronized @Nullable HistoryItem done(Item item) {
    HistoryItem known = item.id() == null ? null : byId.get(item.id());
    if (known != null) {
      unconfirmed.remove(known);
      known.confirm();
      known.update(item);
      return known;
    }
    if (item.id() != null) {
      return added(null, item);
    }
    if (item instanceof Item.FunctionCallOutput) {
      return added(null, item);
    }
    return append(item);
  }

  /** A call that is taken on. Servers that number items anew may have used its id before. */
  public synchronized void called(Item.FunctionCall call) {
    HistoryItem known = call.id() == null ? null : byId.get(call.id());
    if (known == null || known.takenOn()) {
      append(call).takeOn();
    } else {
      known.update(call);
      known.takeOn();
    }
  }

  /** Whether what an item says is known in text. */
  public synchronized boolean hasText(String itemId) {
    HistoryItem item = byId.get(itemId);
    return item != null && hasContent(item.item());
  }

  /** A new connection: its server names all items anew, those that are told to it as well. */
  public synchronized void connectionLost() {
    byId.clear();
    early.clear();
    transcriptsAhead.clear();
    unconfirmed.clear();
    for (HistoryItem item : items) {
      item.ids.clear();
      item.previousId = null;
      item.unconfirm();
      unconfirmed.add(item);
    }
  }

  /**
   * What was heard of a response that broke off, where its transcript did not come to an end.
   *
   * @param text its transcript so far
   */
  public synchronized void heard(String itemId, String text) {
    HistoryItem item = byId.get(itemId);
    if (item != null && HistoryItem.textOf(item.item()) == null) {
      item.transcript(0, text);
    } else if (item == null) {
      append(Item.assistantText(text));
    }
  }

  public synchronized void deleted(@Nullable String id) {
    HistoryItem item = byId.get(Objects.requireNonNullElse(id, ""));
    if (item != null) {
      forget(item);
    }
  }

  /** Takes an item out. */
  public synchronized void forget(HistoryItem item) {
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
  public synchronized void transcript(String itemId, int contentIndex, String text) {
    HistoryItem item = byId.get(itemId);
    if (item != null) {
      item.transcript(contentIndex, text);
    } else {
      transcriptsAhead.computeIfAbsent(itemId, id -> new HashMap<>()).put(contentIndex, text);
    }
  }

  /** The user heard only a part of what the model said. */
  public synchronized void truncated(String itemId, int contentIndex, double heardPart) {
    HistoryItem item = byId.get(itemId);
    if (item != null) {
      item.truncate(contentIndex, heardPart);
    }
  }

  /**
   * An item as it is told to another session.
   *
   * @param kept the item as it is kept here; null: it stands for one that is not
   */
  public record Telling(Item item, @Nullable HistoryItem kept) {}

  /** The conversation as it could be told to another session. */
  public List<Item> snapshot() {
    return tellings().stream().map(Telling::item).toList();
  }

  /**
   * The conversation as it could be told to another session: what is complete, and every call with
   * its answer, each call under an id of its own.
   */
  public synchronized List<Telling> tellings() {
    Map<String, Deque<HistoryItem>> outputs = new HashMap<>();
    for (HistoryItem entry : items) {
      if (entry.item() instanceof Item.FunctionCallOutput output && output.callId() != null) {
        outputs.computeIfAbsent(output.callId(), id -> new ArrayDeque<>()).add(entry);
      }
    }
    List<Telling> tellings = new ArrayList<>();
    Map<String, Integer> called = new HashMap<>();
    for (HistoryItem entry : items) {
      Item item = entry.item();
      if (item instanceof Item.FunctionCall call && call.callId() != null) {
        boolean complete = call.status() == null || call.status() == Item.Status.COMPLETED;
        if (complete) {
          int times = called.merge(call.callId(), 1, Integer::sum);
          tellCall(tellings, entry, call, outputs.get(call.callId()), times);
        }
      } else if (hasContent(item)) {
        tellings.add(new Telling(item, entry));
      }
    }
    return List.copyOf(tellings);
  }

  /** A call with its output, under ids that no other has. */
  private static void tellCall(
      List<Telling> tellings,
      HistoryItem entry,
      Item.FunctionCall call,
      @Nullable Deque<HistoryItem> outputs,
      int times) {
    HistoryItem kept = outputs == null ? null : outputs.poll();
    if (times > 1 && kept == null) {
      return; // The same, told under another item.
    }
    String callId = Objects.requireNonNull(call.callId());
    Item.FunctionCallOutput output =
        kept != null && kept.item() instanceof Item.FunctionCallOutput known
            ? known
            : Item.functionCallOutput(callId, HistoryItem.CANCELLED);
    String unique = times == 1 ? callId : callId + "_" + times;
    tellings.add(
        new Telling(
            new Item.FunctionCall(
                call.id(), call.status(), unique, call.name(), call.arguments(), call.extras()),
            entry));
    tellings.add(
        new Telling(
            new Item.FunctionCallOutput(
                output.id(), output.status(), unique, output.output(), output.extras()),
            kept));
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
