package spring.helpdesk;

import dev.parlando.DefaultValue;
import dev.parlando.Tool;
import java.util.List;

/** What can be searched. */
interface Searchable {

  @Tool("Finds by words")
  List<Hit> search(String words, @DefaultValue("5") int limit);

  @Tool("Words that are often asked for")
  default List<String> suggestions(String start) {
    return List.of();
  }

  record Hit(String title, double score) {}
}
