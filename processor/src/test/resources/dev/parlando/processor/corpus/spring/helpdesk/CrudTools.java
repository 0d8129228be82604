package spring.helpdesk;

import dev.parlando.Tool;
import java.util.List;

/** What every controller can do. */
abstract class CrudTools<T, K> {

  @Tool("Reads one by its key")
  T read(K key) {
    return byId(key);
  }

  @Tool("Lists keys, oldest first")
  List<K> keys(int offset, int limit) {
    return List.of();
  }

  abstract T byId(K key);
}
