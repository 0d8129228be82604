package dev.parlando.internal.engine.oracle;

import java.util.EnumMap;
import java.util.Map;

/** What many conversations broke, with the first seed for each rule. Safe for many threads. */
final class Verdict {

  private final Map<Rule, Long> firstSeeds = new EnumMap<>(Rule.class);

  synchronized void add(long seed, Findings findings) {
    findings.broken().keySet().forEach(rule -> firstSeeds.merge(rule, seed, Math::min));
  }

  /** The broken rules, with their first seeds. */
  synchronized Map<Rule, Long> broken() {
    return new EnumMap<>(firstSeeds);
  }
}
