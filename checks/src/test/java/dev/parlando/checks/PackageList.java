package dev.parlando.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section of one artifact in the page of packages: its packages, each with those it imports. A
 * package imports only what stands above it.
 *
 * @param imports by package, in the order of the page
 */
record PackageList(String artifact, Map<String, SortedSet<String>> imports) {

  private static final Pattern ROW = Pattern.compile("\\| `(dev\\.[\\w.]+)` \\|(.*)\\|");
  private static final Pattern NAME = Pattern.compile("`(dev\\.[\\w.]+)`");

  /** Reads the text below the artifact's heading. */
  static PackageList parse(String artifact, String section) {
    Map<String, SortedSet<String>> imports = new LinkedHashMap<>();
    Matcher row = ROW.matcher(section);
    while (row.find()) {
      SortedSet<String> names = new TreeSet<>();
      NAME.matcher(row.group(2)).results().forEach(name -> names.add(name.group(1)));
      imports.put(row.group(1), names);
    }
    return new PackageList(artifact, imports);
  }

  /** The same order, as the sources have it; packages that are new come last. */
  PackageList as(Imports sources) {
    Map<String, SortedSet<String>> updated = new LinkedHashMap<>();
    for (String name : imports.keySet()) {
      if (sources.packages().contains(name)) {
        updated.put(name, sources.from(name));
      }
    }
    sources.packages().forEach(name -> updated.putIfAbsent(name, sources.from(name)));
    return new PackageList(artifact, updated);
  }

  /**
   * What the sources have otherwise, and what breaks the order.
   *
   * @param above the packages of artifacts that stand above
   */
  List<String> problems(Imports sources, SortedSet<String> above) {
    List<String> problems = new ArrayList<>();
    for (String name : imports.keySet()) {
      if (!sources.packages().contains(name)) {
        problems.add("%s lists %s, which has no sources.".formatted(artifact, name));
      }
    }
    SortedSet<String> reached = new TreeSet<>(above);
    for (String name : as(sources).imports().keySet()) {
      SortedSet<String> listed = imports.get(name);
      if (listed == null) {
        problems.add("%s does not list %s.".formatted(artifact, name));
        continue;
      }
      for (String target : listed) {
        if (!sources.from(name).contains(target)) {
          problems.add("%s does not import %s, as the page says.".formatted(name, target));
        }
      }
      for (String target : sources.from(name)) {
        String where = String.join("\n  ", sources.places(name, target));
        if (!reached.contains(target)) {
          problems.add(
              "%s imports %s, which does not stand above it:\n  %s".formatted(name, target, where));
        } else if (!listed.contains(target)) {
          problems.add("%s imports %s, which is new:\n  %s".formatted(name, target, where));
        }
      }
      reached.add(name);
    }
    return problems;
  }

  /** The section's text: a picture and the table. */
  String text() {
    StringBuilder text = new StringBuilder("\n```mermaid\nflowchart TD\n");
    imports.keySet().forEach(name -> text.append("  ").append(node(name)).append('\n'));
    for (String from : imports.keySet()) {
      for (String to : arrows(from)) {
        text.append("  ").append(id(from)).append(" --> ").append(id(to)).append('\n');
      }
    }
    text.append("```\n\n| package | imports |\n|---|---|\n");
    imports.forEach(
        (name, targets) ->
            text.append("| `")
                .append(name)
                .append("` | ")
                .append(
                    targets.isEmpty()
                        ? "nothing"
                        : String.join(", ", targets.stream().map(t -> "`" + t + "`").toList()))
                .append(" |\n"));
    return text.append('\n').toString();
  }

  /** What the picture shows: imports inside the artifact that don't follow from others. */
  private SortedSet<String> arrows(String from) {
    SortedSet<String> direct = new TreeSet<>(imports.get(from));
    direct.retainAll(imports.keySet());
    SortedSet<String> arrows = new TreeSet<>(direct);
    for (String other : direct) {
      SortedSet<String> reached = new TreeSet<>();
      reach(other, reached);
      arrows.removeAll(reached);
    }
    return arrows;
  }

  /** Collects what can be reached from a package, without the package. */
  private void reach(String from, SortedSet<String> reached) {
    for (String to : imports.getOrDefault(from, new TreeSet<>())) {
      if (reached.add(to)) {
        reach(to, reached);
      }
    }
  }

  private static String id(String name) {
    return name.replace('.', '_');
  }

  private static String node(String name) {
    return "%s[\"%s\"]".formatted(id(name), name.replaceFirst("^dev\\.parlando\\.", ""));
  }
}
