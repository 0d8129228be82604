package dev.parlando.internal.engine.oracle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What many conversations broke, with the first seed for each rule. Safe for many threads. */
final class Verdict {

  private final Map<Rule, Long> firstSeeds = new EnumMap<>(Rule.class);

  synchronized void add(long seed, Findings findings) {
    findings.broken().keySet().forEach(rule -> firstSeeds.merge(rule, seed, Math::min));
  }

  /** The broken rules that nobody knew of, with their first seeds. */
  Map<Rule, Long> unknown(Set<Rule> known) {
    Map<Rule, Long> unknown = new EnumMap<>(firstSeeds);
    unknown.keySet().removeAll(known);
    return unknown;
  }

  /** The rules that are believed to be broken and are kept. */
  Set<Rule> kept(Set<Rule> known) {
    Set<Rule> kept = known.isEmpty() ? EnumSet.noneOf(Rule.class) : EnumSet.copyOf(known);
    kept.removeAll(firstSeeds.keySet());
    return kept;
  }

  @Override
  public String toString() {
    return "broken, with the first seed: " + firstSeeds;
  }
}
