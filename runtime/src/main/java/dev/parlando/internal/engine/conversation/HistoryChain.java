package dev.parlando.internal.engine.conversation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items in order. Every change takes the same time, however many there are: a conversation of an
 * hour has thousands, and each event of it may move one.
 */
public final class HistoryChain implements Iterable<HistoryItem> {

  private @Nullable HistoryItem first;
  private @Nullable HistoryItem last;
  private int size;

  public int size() {
    return size;
  }

  public void append(HistoryItem item) {
    insertAfter(last, item);
  }

  /**
   * Moves an item.
   *
   * @param previous where to; null: to the start
   */
  public void moveAfter(@Nullable HistoryItem previous, HistoryItem item) {
    if (item != previous && item.previous != previous) {
      remove(item);
      insertAfter(previous, item);
    } else if (previous == null && first != item) {
      remove(item);
      insertAfter(null, item);
    }
  }

  private void insertAfter(@Nullable HistoryItem previous, HistoryItem item) {
    HistoryItem next = previous == null ? first : previous.next;
    item.previous = previous;
    item.next = next;
    if (previous == null) {
      first = item;
    } else {
      previous.next = item;
    }
    if (next == null) {
      last = item;
    } else {
      next.previous = item;
    }
    size++;
  }

  public void remove(HistoryItem item) {
    if (item.previous == null) {
      first = item.next;
    } else {
      item.previous.next = item.next;
    }
    if (item.next == null) {
      last = item.previous;
    } else {
      item.next.previous = item.previous;
    }
    size--;
  }

  public HistoryItem first() {
    return Objects.requireNonNull(first);
  }

  @Override
  public Iterator<HistoryItem> iterator() {
    return new Iterator<>() {
      private @Nullable HistoryItem upcoming = first;

      @Override
      public boolean hasNext() {
        return upcoming != null;
      }

      @Override
      public HistoryItem next() {
        HistoryItem item = upcoming;
        if (item == null) {
          throw new NoSuchElementException();
        }
        upcoming = item.next;
        return item;
      }
    };
  }
}
