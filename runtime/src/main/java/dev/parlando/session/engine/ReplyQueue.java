package dev.parlando.session.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The replies that are wanted and not asked for yet. Wishes that one reply can meet become one; a
 * wish with settings of its own stays by itself.
 */
final class ReplyQueue {

  private final Deque<ReplyRequest> requests = new ArrayDeque<>();

  void add(ReplyRequest request) {
    ReplyRequest last = requests.peekLast();
    if (last != null && last.mergeable(request)) {
      requests.removeLast();
      requests.addLast(last.merged(request));
    } else {
      requests.addLast(request);
    }
  }

  /** Puts a request back that could not be met yet; it comes before all others. */
  void putBack(ReplyRequest request) {
    ReplyRequest first = requests.peekFirst();
    if (first != null && first.mergeable(request)) {
      requests.removeFirst();
      requests.addFirst(request.merged(first));
    } else {
      requests.addFirst(request);
    }
  }

  /** Takes the first request that may go now; null: none. */
  @Nullable ReplyRequest take(Predicate<ReplyRequest> mayGo) {
    for (Iterator<ReplyRequest> i = requests.iterator(); i.hasNext(); ) {
      ReplyRequest request = i.next();
      if (mayGo.test(request)) {
        i.remove();
        return request;
      }
    }
    return null;
  }

  void removeIf(Predicate<ReplyRequest> unwanted) {
    requests.removeIf(unwanted);
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  void clear() {
    requests.clear();
  }
}
