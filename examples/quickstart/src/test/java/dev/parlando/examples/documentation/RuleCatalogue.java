package dev.parlando.examples.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of rules. A rule that is kept is a heading with its number, its sentence, and a list of
 * its tests; one that is not kept yet is an item of a list: a number and a sentence.
 */
final class RuleCatalogue {

  private static final Pattern KEPT = Pattern.compile("### R([0-9]+)");
  private static final Pattern NOT_KEPT = Pattern.compile("- \\*\\*R([0-9]+)\\*\\* .+");
  private static final Pattern TEST = Pattern.compile("- `(.+)`");

  /**
   * A part of the page: a rule that is kept, with its heading, or what stands between such rules.
   *
   * @param number of the rule; 0: no rule
   * @param lines without those that name tests
   * @param tests as the lines name them
   */
  private record Part(int number, List<String> lines, List<String> tests) {

    boolean isRule() {
      return number > 0;
    }

    boolean hasSentence() {
      return lines.stream().skip(1).anyMatch(line -> !line.isBlank());
    }

    /** The same part with other tests, as lines. */
    List<String> withTests(Collection<String> others) {
      if (!isRule()) {
        return lines;
      }
      List<String> all = new ArrayList<>(lines);
      while (all.get(all.size() - 1).isBlank()) {
        all.remove(all.size() - 1);
      }
      all.add("");
      others.forEach(test -> all.add(line(test)));
      all.add("");
      return all;
    }
  }

  private final Path file;
  private final List<Part> parts = new ArrayList<>();
  private final List<Integer> notKept = new ArrayList<>();

  private RuleCatalogue(Path file) {
    this.file = file;
  }

  static RuleCatalogue read(Path file) throws IOException {
    RuleCatalogue catalogue = new RuleCatalogue(file);
    Files.readAllLines(file).forEach(catalogue::add);
    return catalogue;
  }

  private void add(String line) {
    Matcher kept = KEPT.matcher(line);
    Matcher test = TEST.matcher(line);
    Matcher missing = NOT_KEPT.matcher(line);
    if (kept.matches()) {
      parts.add(new Part(Integer.parseInt(kept.group(1)), new ArrayList<>(), new ArrayList<>()));
    } else if (parts.isEmpty() || line.startsWith("#")) {
      parts.add(new Part(0, new ArrayList<>(), new ArrayList<>()));
    }
    Part part = parts.get(parts.size() - 1);
    if (part.isRule() && test.matches()) {
      part.tests().add(test.group(1));
    } else {
      part.lines().add(line);
      if (missing.matches()) {
        notKept.add(Integer.valueOf(missing.group(1)));
      }
    }
  }

  /** Writes the page with these tests in place of its own. */
  void update(Map<Integer, SortedSet<String>> tests) throws IOException {
    List<String> lines = new ArrayList<>();
    parts.forEach(part -> lines.addAll(part.withTests(testsOf(part.number(), tests))));
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Where the page and the tests disagree: what is wrong, and what to write. */
  List<String> problems(Map<Integer, SortedSet<String>> tests) {
    List<String> problems = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    int previous = 0;
    for (Part rule : parts.stream().filter(Part::isRule).toList()) {
      if (rule.number() <= previous) {
        problems.add("R" + rule.number() + " stands after R" + previous + "; sort them by number.");
      }
      previous = rule.number();
      known.add(rule.number());
      problems.addAll(problems(rule, testsOf(rule.number(), tests)));
    }
    for (Integer number : notKept) {
      if (!known.add(number)) {
        problems.add("R" + number + " is listed twice; remove it from those not kept yet.");
      } else if (tests.containsKey(number)) {
        problems.add(
            "R"
                + number
                + " has tests by now; remove it from those not kept yet and add it:\n"
                + entry(number, testsOf(number, tests)));
      }
    }
    tests.forEach(
        (number, itsTests) -> {
          if (!known.contains(number)) {
            problems.add(
                "R"
                    + number
                    + " is named by tests, but not in the catalogue; add it:\n"
                    + entry(number, itsTests));
          }
        });
    return problems;
  }

  private static List<String> problems(Part rule, SortedSet<String> tests) {
    String name = "R" + rule.number();
    List<String> problems = new ArrayList<>();
    if (!rule.hasSentence()) {
      problems.add(name + " has no sentence; write one below its heading.");
    }
    if (tests.isEmpty()) {
      problems.add(
          name + " has no test; name one r" + rule.number() + "_…, or list it as not kept yet.");
    }
    for (String listed : rule.tests()) {
      if (!tests.contains(listed)) {
        problems.add(name + " lists what is no test of it; remove:\n" + line(listed));
      }
    }
    List<String> missing = tests.stream().filter(test -> !rule.tests().contains(test)).toList();
    if (!missing.isEmpty()) {
      problems.add(name + " lacks tests; add:\n" + lines(missing));
    }
    if (problems.isEmpty() && !rule.tests().equals(List.copyOf(tests))) {
      problems.add(name + " lists its tests in another order, or twice; write:\n" + lines(tests));
    }
    return problems;
  }

  private static SortedSet<String> testsOf(int number, Map<Integer, SortedSet<String>> tests) {
    return tests.getOrDefault(number, Collections.emptySortedSet());
  }

  private static String entry(int number, Collection<String> tests) {
    return "### R" + number + "\n\n(its sentence)\n\n" + lines(tests);
  }

  private static String lines(Collection<String> tests) {
    return String.join("\n", tests.stream().map(RuleCatalogue::line).toList());
  }

  private static String line(String test) {
    return "- `" + test + "`";
  }
}
