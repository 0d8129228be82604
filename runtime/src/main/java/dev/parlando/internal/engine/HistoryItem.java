package dev.parlando.internal.engine;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of the conversation as it grows. Identity counts, not content. */
final class HistoryItem {

  private final Map<Integer, String> words = new HashMap<>();
  private final Map<Integer, Double> heardParts = new HashMap<>();
  private Item item;

  /** The ids it is known by. */
  final Set<String> ids = new HashSet<>();

  @Nullable String previousId;
  @Nullable HistoryItem previous;
  @Nullable HistoryItem next;

  HistoryItem(Item item) {
    this.item = withoutSound(item);
  }

  /** Takes over what the server says of it. A transcript that is known already stays. */
  void update(Item next) {
    item = withoutSound(next);
  }

  void words(int contentIndex, String text) {
    words.put(contentIndex, text);
  }

  void truncate(int contentIndex, double heardPart) {
    heardParts.put(contentIndex, heardPart);
  }

  /** The item with the transcripts known of it, in place of audio. */
  Item item() {
    if (!(item instanceof Item.Message message)) {
      return item;
    }
    List<ContentPart> content = new ArrayList<>(message.content());
    for (Map.Entry<Integer, String> known : words.entrySet()) {
      while (content.size() <= known.getKey()) {
        content.add(emptyPart(message));
      }
      content.set(known.getKey(), withText(content.get(known.getKey()), known.getValue()));
    }
    heardParts.forEach((index, part) -> cut(content, index, part));
    return new Item.Message(
        message.id(), message.status(), message.role(), content, message.extras());
  }

  private static void cut(List<ContentPart> content, int index, double heardPart) {
    String text = index < content.size() ? textOf(content.get(index)) : null;
    if (text != null && heardPart < 1) {
      int end = text.lastIndexOf(' ', (int) (text.length() * heardPart));
      content.set(index, withText(content.get(index), text.substring(0, Math.max(end, 0)) + "…"));
    }
  }

  /** Whether it says the same as another: the same answer of a call, or the same text. */
  boolean sameAs(Item other) {
    if (item instanceof Item.FunctionCallOutput mine
        && other instanceof Item.FunctionCallOutput theirs) {
      return Objects.equals(mine.callId(), theirs.callId());
    }
    return item instanceof Item.Message mine
        && other instanceof Item.Message theirs
        && mine.role() == theirs.role()
        && mine.content().stream()
            .map(HistoryItem::textOf)
            .toList()
            .equals(theirs.content().stream().map(HistoryItem::textOf).toList());
  }

  static @Nullable String textOf(ContentPart part) {
    if (part instanceof ContentPart.InputText text) {
      return text.text();
    }
    if (part instanceof ContentPart.OutputText text) {
      return text.text();
    }
    if (part instanceof ContentPart.InputAudio audio) {
      return audio.transcript();
    }
    return part instanceof ContentPart.OutputAudio audio ? audio.transcript() : null;
  }

  private static ContentPart withText(ContentPart part, String text) {
    if (part instanceof ContentPart.InputAudio audio) {
      return new ContentPart.InputAudio(null, text, audio.extras());
    }
    if (part instanceof ContentPart.OutputAudio audio) {
      return new ContentPart.OutputAudio(null, text, audio.extras());
    }
    if (part instanceof ContentPart.OutputText old) {
      return new ContentPart.OutputText(text, old.extras());
    }
    return part instanceof ContentPart.InputText old
        ? new ContentPart.InputText(text, old.extras())
        : part;
  }

  private static ContentPart emptyPart(Item.Message message) {
    return message.role() == Item.Role.ASSISTANT
        ? new ContentPart.OutputAudio(null, null, Extras.NONE)
        : new ContentPart.InputAudio(null, null, Extras.NONE);
  }

  private static Item withoutSound(Item item) {
    if (!(item instanceof Item.Message message)) {
      return item;
    }
    List<ContentPart> content = message.content().stream().map(HistoryItem::withoutSound).toList();
    return new Item.Message(
        message.id(), message.status(), message.role(), content, message.extras());
  }

  private static ContentPart withoutSound(ContentPart part) {
    if (part instanceof ContentPart.InputAudio audio && audio.audio() != null) {
      return new ContentPart.InputAudio(null, audio.transcript(), audio.extras());
    }
    return part instanceof ContentPart.OutputAudio audio && audio.audio() != null
        ? new ContentPart.OutputAudio(null, audio.transcript(), audio.extras())
        : part;
  }
}
