package dev.parlando.testkit.lock;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of one tool.
 *
 * @param tool the tool as it is now, or as it was if it is gone
 * @param changes at least one
 */
record ToolComparison(LockedTool tool, List<Change> changes) {

  /** The kinds of its changes, gravest first. */
  SortedSet<ChangeKind> kinds() {
    return changes.stream().map(Change::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tools that changed, by name. */
  static List<ToolComparison> compare(List<LockedTool> before, List<LockedTool> after) {
    Map<String, LockedTool> old = byName(before);
    Map<String, LockedTool> now = byName(after);
    SortedMap<String, ToolComparison> changed = new TreeMap<>();
    for (LockedTool was : before) {
      LockedTool is = now.get(was.name());
      List<Change> changes = is == null ? gone(was, old, now) : compare(was, is);
      if (!changes.isEmpty()) {
        changed.put(was.name(), new ToolComparison(is == null ? was : is, changes));
      }
    }
    for (LockedTool is : after) {
      if (!old.containsKey(is.name())) {
        changed.put(is.name(), new ToolComparison(is, added()));
      }
    }
    return List.copyOf(changed.values());
  }

  private static Map<String, LockedTool> byName(List<LockedTool> tools) {
    return tools.stream()
        .collect(Collectors.toMap(LockedTool::name, Function.identity(), (first, other) -> first));
  }

  private static List<Change> added() {
    Changes changes = Changes.ofTool();
    changes.add(ChangeKind.ADDITION, "a new tool");
    return changes.all();
  }

  private static List<Change> gone(
      LockedTool was, Map<String, LockedTool> old, Map<String, LockedTool> now) {
    Changes changes = Changes.ofTool();
    changes.breaking(
        now.values().stream()
            .filter(tool -> !old.containsKey(tool.name()))
            .filter(tool -> tool.source().equals(was.source()))
            .filter(tool -> sameText(tool, was))
            .findFirst()
            .map(tool -> "renamed to " + tool.name())
            .orElse("removed"));
    return changes.all();
  }

  private static boolean sameText(LockedTool one, LockedTool other) {
    return CanonicalJson.compact(one.parameters())
        .equals(CanonicalJson.compact(other.parameters()));
  }

  private static List<Change> compare(LockedTool was, LockedTool is) {
    Changes changes = Changes.ofTool();
    if (!was.source().equals(is.source())) {
      changes.at("source").wording("moved here from " + was.source() + "; models don't see it");
    }
    if (!was.description().equals(is.description())) {
      changes.at("description").wording("the tool is described in other words");
    }
    SchemaComparison.compare(was.parameters(), is.parameters(), changes.at("parameters"));
    if (changes.all().isEmpty() && !sameText(was, is)) {
      changes.at("parameters").wording("written otherwise; the same calls are valid");
    }
    return changes.all();
  }
}
