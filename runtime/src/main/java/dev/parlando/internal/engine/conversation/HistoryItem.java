package dev.parlando.internal.engine.conversation;

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
public final class HistoryItem {

  private final Map<Integer, String> transcripts = new HashMap<>();
  private final Map<Integer, Double> heardParts = new HashMap<>();

  /** The output of a call whose own was never told. */
  static final String CANCELLED = "The call was cancelled before it ended.";

  private Item item;
  private boolean confirmed;
  private boolean takenOn;

  /** The ids it is known by. */
  final Set<String> ids = new HashSet<>();

  @Nullable String previousId;
  @Nullable HistoryItem previous;
  @Nullable HistoryItem next;

  public HistoryItem(Item item) {
    this.item = withoutAudio(item);
  }

  /** Whether it is a call that was taken on. */
  boolean takenOn() {
    return takenOn;
  }

  void takeOn() {
    takenOn = true;
  }

  /** Whether the server is known to have it. */
  public boolean confirmed() {
    return confirmed;
  }

  void confirm() {
    confirmed = true;
  }

  void unconfirm() {
    confirmed = false;
  }

  /** Takes over what the server says of it. A transcript that is known already stays. */
  public void update(Item next) {
    boolean late =
        takenOn
            && next instanceof Item.FunctionCall call
            && call.status() != Item.Status.COMPLETED; // How it began, told after its end.
    if (!late) {
      item = withoutAudio(next);
    }
  }

  /** Says something else, which nobody was told yet. */
  public void become(Item other) {
    item = other;
  }

  public void transcript(int contentIndex, String text) {
    transcripts.put(contentIndex, text);
  }

  public void truncate(int contentIndex, double heardPart) {
    heardParts.put(contentIndex, heardPart);
  }

  /** The item with the transcripts known of it, in place of audio. */
  public Item item() {
    if (!(item instanceof Item.Message message)) {
      return item;
    }
    List<ContentPart> content = new ArrayList<>(message.content());
    for (Map.Entry<Integer, String> known : transcripts.entrySet()) {
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
  public boolean sameAs(Item other) {
    if (item instanceof Item.FunctionCallOutput mine
        && other instanceof Item.FunctionCallOutput theirs) {
      return Objects.equals(mine.callId(), theirs.callId());
    }
    if (item instanceof Item.FunctionCall mine && other instanceof Item.FunctionCall theirs) {
      return Objects.equals(mine.callId(), theirs.callId());
    }
    if (!(item() instanceof Item.Message mine) || !(other instanceof Item.Message theirs)) {
      return false;
    }
    List<@Nullable String> texts = texts(mine);
    // Of two that nobody wrote down, nothing says that they are the same.
    return mine.role() == theirs.role()
        && texts.stream().anyMatch(Objects::nonNull)
        && texts.equals(texts(theirs));
  }

  private static List<@Nullable String> texts(Item.Message message) {
    List<@Nullable String> texts = new ArrayList<>();
    message.content().forEach(part -> texts.add(textOf(part)));
    return texts;
  }

  /** The text of a message's first part; null: none. */
  static @Nullable String textOf(Item item) {
    return item instanceof Item.Message message && !message.content().isEmpty()
        ? textOf(message.content().get(0))
        : null;
  }

  public static @Nullable String textOf(ContentPart part) {
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

  private static Item withoutAudio(Item item) {
    if (!(item instanceof Item.Message message)) {
      return item;
    }
    List<ContentPart> content = message.content().stream().map(HistoryItem::withoutAudio).toList();
    return new Item.Message(
        message.id(), message.status(), message.role(), content, message.extras());
  }

  private static ContentPart withoutAudio(ContentPart part) {
    if (part instanceof ContentPart.InputAudio audio && audio.audio() != null) {
      return new ContentPart.InputAudio(null, audio.transcript(), audio.extras());
    }
    return part instanceof ContentPart.OutputAudio audio && audio.audio() != null
        ? new ContentPart.OutputAudio(null, audio.transcript(), audio.extras())
        : part;
  }
}
