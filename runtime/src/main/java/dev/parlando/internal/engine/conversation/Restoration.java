package dev.parlando.internal.engine.conversation;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items as they are told to a new connection: text in place of audio, under the ids they had. */
public final class Restoration {

  private static final int LONGEST_ID = 32;

  private Restoration() {}

  public static Item of(Item item) {
    if (item instanceof Item.Message message) {
      return new Item.Message(id(message), null, message.role(), texts(message), Extras.NONE);
    }
    if (item instanceof Item.FunctionCall call) {
      return new Item.FunctionCall(
          id(call), null, call.callId(), call.name(), call.arguments(), Extras.NONE);
    }
    return item instanceof Item.FunctionCallOutput output
        ? new Item.FunctionCallOutput(
            id(output), null, output.callId(), output.output(), Extras.NONE)
        : item;
  }

  private static @Nullable String id(Item item) {
    return item.id() == null || item.id().length() > LONGEST_ID ? null : item.id();
  }

  private static List<ContentPart> texts(Item.Message message) {
    List<ContentPart> texts = new ArrayList<>();
    for (ContentPart part : message.content()) {
      String text = HistoryItem.textOf(part);
      if (text != null) {
        // Audio can't be told anew; and output text keeps a spoken session from turning to text.
        texts.add(
            message.role() == Item.Role.ASSISTANT
                ? new ContentPart.OutputText(text)
                : new ContentPart.InputText(text));
      }
    }
    return texts;
  }
}
