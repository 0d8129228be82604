package dev.parlando.internal.engine.oracle;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Which rules the conversations of a seed break, by name: for callers of another class loader. */
public final class MutantProbe implements LongFunction<Set<String>> {

  @Override
  public Set<String> apply(long seed) {
    Set<String> broken = new TreeSet<>();
    new LawfulConversation(LawfulConversation.setup(seed), new Coverage(), false)
        .play(LawfulConversation.script(seed))
        .broken()
        .keySet()
        .forEach(rule -> broken.add(rule.name()));
    new LawlessConversation(seed, false)
        .play()
        .broken()
        .keySet()
        .forEach(rule -> broken.add("lawless " + rule.name()));
    return broken;
  }
}
