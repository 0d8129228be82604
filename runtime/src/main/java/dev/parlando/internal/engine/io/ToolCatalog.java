package dev.parlando.internal.engine.io;

import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools that a session offers, from one or more tool sets, each name once. Immutable. */
public final class ToolCatalog {

  /** A definition with the set it belongs to. */
  public record Entry(ToolDefinition definition, ToolSet tools) {}

  private final Map<String, Entry> entries;

  private ToolCatalog(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /**
   * The tools of all sets in order.
   *
   * @throws IllegalArgumentException if two sets have a tool of the same name
   */
  public static ToolCatalog of(Collection<? extends ToolSet> sets) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (ToolSet set : sets) {
      for (ToolDefinition definition : set.definitions()) {
        Entry earlier = entries.put(definition.name(), new Entry(definition, set));
        if (earlier != null) {
          throw new IllegalArgumentException(
              "Two tools are named "
                  + definition.name()
                  + ", one of "
                  + earlier.tools().getClass().getName()
                  + " and one of "
                  + set.getClass().getName()
                  + ". Rename one with @Tool(name = …).");
        }
      }
    }
    return new ToolCatalog(entries);
  }

  /**
   * These tools, for a service that takes no more than so many.
   *
   * @throws IllegalArgumentException if there are more
   */
  public ToolCatalog atMost(int max) {
    if (entries.size() > max) {
      throw new IllegalArgumentException(
          "There are "
              + entries.size()
              + " tools, but the service takes at most "
              + max
              + " in one session. Offer fewer, and exchange them with updateTools.");
    }
    return this;
  }

  public @Nullable Entry find(String name) {
    return entries.get(name);
  }

  /** These tools, and of others those whose names are not among them. */
  public ToolCatalog or(ToolCatalog others) {
    Map<String, Entry> all = new LinkedHashMap<>(others.entries);
    all.putAll(entries);
    return new ToolCatalog(all);
  }

  /** The definitions, in order. */
  public List<ToolDefinition> definitions() {
    return entries.values().stream().map(Entry::definition).toList();
  }

  public Collection<String> names() {
    return entries.keySet();
  }
}
