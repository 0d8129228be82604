package dev.parlando.testkit.internal.session;

import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** An item that a response makes, streamed event by event. */
abstract class StreamedItem {

  private final ResponseRun response;
  private final ConversationItem item;
  private int index = -1;
  private boolean finished;

  StreamedItem(ResponseRun response, ObjectNode node) {
    this.response = response;
    this.item = ConversationItem.made(node);
  }

  /**
   * Sends what comes next.
   *
   * @return how much audio that was, in ms
   */
  final double advance() {
    if (index < 0) {
      index = response.open(this);
      begin();
      return 0;
    }
    if (hasMore()) {
      return stream();
    }
    end("completed");
    return 0;
  }

  /** Ends it in its middle; nothing if it hasn't begun or is over. */
  final void cut() {
    if (index >= 0 && !finished) {
      end("incomplete");
    }
  }

  private void end(String status) {
    finished = true;
    item.node().put("status", status);
    finish();
    close(status.equals("completed"));
  }

  /**
   * Sends the end of the item.
   *
   * @param whole whether all of it was streamed
   */
  void close(boolean whole) {
    response.close(this);
  }

  /** What the response waits for before it goes on, once this was streamed. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.completedFuture(null);
  }

  /** How many times {@link #advance} sends content. */
  abstract int parts();

  /** Sends what follows the announcement of the item. */
  abstract void begin();

  abstract boolean hasMore();

  /** Sends one part of the content; gives its audio in ms. */
  abstract double stream();

  /** Sends the ends of the content, of what was streamed, and puts it into the item. */
  abstract void finish();

  final boolean finished() {
    return finished;
  }

  final int index() {
    return index;
  }

  final ConversationItem item() {
    return item;
  }

  final ResponseRun response() {
    return response;
  }

  /** An event about this item. */
  final ObjectNode event(String type) {
    return Json.event(type)
        .put("response_id", response.id())
        .put("item_id", item.id())
        .put("output_index", index);
  }
}
