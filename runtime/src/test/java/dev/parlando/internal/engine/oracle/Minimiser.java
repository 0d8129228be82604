package dev.parlando.internal.engine.oracle;

import java.util.ArrayList;
import java.util.List;

/** Leaves out steps of a conversation for as long as it still breaks the same rule. */
final class Minimiser {

  private final Setup setup;
  private final Rule rule;

  Minimiser(Setup setup, Rule rule) {
    this.setup = setup;
    this.rule = rule;
  }

  List<Step> minimise(List<Step> steps) {
    List<Step> least = new ArrayList<>(steps);
    for (int size = least.size() / 2; size > 0; size /= 2) {
      for (int from = least.size() - size; from >= 0; from -= size) {
        List<Step> fewer = new ArrayList<>(least);
        fewer.subList(from, from + size).clear();
        if (breaks(fewer)) {
          least = fewer;
        }
        from = Math.min(from, least.size());
      }
    }
    return least;
  }

  private boolean breaks(List<Step> steps) {
    LawfulConversation again = new LawfulConversation(setup, new Coverage(), false);
    return again.play(steps).broken().containsKey(rule);
  }
}
