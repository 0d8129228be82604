package dev.parlando.internal.engine.oracle;

import java.util.EnumMap;
import java.util.Map;

/** Which rules a conversation broke, and how, the first time. */
final class Findings {

  private final Map<Rule, String> broken = new EnumMap<>(Rule.class);
  private final WireLog log;

  Findings(WireLog log) {
    this.log = log;
  }

  void add(Rule rule, String how) {
    if (broken.putIfAbsent(rule, how) == null) {
      log.line("!!", rule + ": " + how);
    }
  }

  Map<Rule, String> broken() {
    return broken;
  }
}
