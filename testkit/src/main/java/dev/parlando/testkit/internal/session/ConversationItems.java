package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.rules.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of a conversation, in order. */
final class ConversationItems {

  private static final String ROOT = "root";

  private final String id;
  private final List<ConversationItem> items = new ArrayList<>();

  ConversationItems(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  List<ConversationItem> items() {
    return List.copyOf(items);
  }

  Optional<ConversationItem> find(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  boolean hasCall(String callId) {
    return items.stream()
        .filter(item -> item.type().equals("function_call"))
        .anyMatch(item -> callId.equals(Json.text(item.node(), "call_id")));
  }

  /** Adds an item at the end. */
  void append(ConversationItem item) {
    item.addedAfter(lastId());
    items.add(item);
  }

  /**
   * Adds an item after another.
   *
   * @param after its id; null for the end, {@code root} for the start
   * @throws RefusedException if there is no such item, or the new one is there already
   */
  void insert(ConversationItem item, @Nullable String after) {
    if (find(item.id()).isPresent()) {
      throw new RefusedException(
          "item_create_duplicate_item_id",
          "item.id",
          "Error adding item: an item with the id '" + item.id() + "' already exists.");
    }
    if (after == null) {
      append(item);
      return;
    }
    if (after.equals(ROOT)) {
      items.add(0, item);
      return;
    }
    int index = indexOf(after);
    if (index < 0) {
      throw new RefusedException(
          "item_create_invalid_previous_item_id",
          "previous_item_id",
          "Error adding item: the previous item with id '" + after + "' does not exist.");
    }
    items.add(index + 1, item);
    item.addedAfter(after);
  }

  /** Takes an item out; false if there is no such item. */
  boolean remove(String itemId) {
    return items.removeIf(item -> item.id().equals(itemId));
  }

  @Nullable String lastId() {
    return items.isEmpty() ? null : items.get(items.size() - 1).id();
  }

  private int indexOf(String itemId) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(itemId)) {
        return i;
      }
    }
    return -1;
  }
}
