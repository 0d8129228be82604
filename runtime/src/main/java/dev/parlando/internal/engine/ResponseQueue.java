package dev.parlando.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The replies that are wanted and not asked for yet. Requests that one reply can meet become one; a
 * request with settings of its own stays by itself.
 */
final class ResponseQueue {

  private final Deque<ResponseRequest> requests = new ArrayDeque<>();

  void add(ResponseRequest request) {
    ResponseRequest last = requests.peekLast();
    if (last != null && last.mergeable(request)) {
      requests.removeLast();
      requests.addLast(last.merged(request));
    } else {
      requests.addLast(request);
    }
  }

  /** Puts a request back that could not be met yet; it comes before all others. */
  void putBack(ResponseRequest request) {
    ResponseRequest first = requests.peekFirst();
    if (first != null && first.mergeable(request)) {
      requests.removeFirst();
      requests.addFirst(request.merged(first));
    } else {
      requests.addFirst(request);
    }
  }

  /** Takes the first request that may go now; null: none. */
  @Nullable ResponseRequest take(Predicate<ResponseRequest> mayGo) {
    for (Iterator<ResponseRequest> i = requests.iterator(); i.hasNext(); ) {
      ResponseRequest request = i.next();
      if (mayGo.test(request)) {
        i.remove();
        return request;
      }
    }
    return null;
  }

  void removeIf(Predicate<ResponseRequest> unwanted) {
    requests.removeIf(unwanted);
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  void clear() {
    requests.clear();
  }
}
