package dev.parlando.processor.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever legal names a user gives, generated code compiles and means what it should. {@code
 * -Dnames.cases} says how many names are drawn, {@code -Dnames.seed} from where.
 */
final class GeneratedNamesTest {

  private static final int AGENTS_AT_ONCE = 40;

  @Test
  void noLegalNameMeetsOneInGeneratedCode() {
    int cases = Integer.getInteger("names.cases", 10_000);
    long seed = Long.getLong("names.seed", 14);
    int drawn = 0;
    for (int batch = 0; drawn < cases; batch++) {
      List<NamedAgent> agents = draw(new Random(seed + batch), batch);
      check(agents, "-Dnames.seed=" + (seed + batch));
      drawn += agents.stream().mapToInt(each -> each.drawn().size()).sum();
    }
    assertThat(drawn).isGreaterThanOrEqualTo(cases);
  }

  /** Agents that are compiled together; each fifth time, all in the unnamed package. */
  private static List<NamedAgent> draw(Random random, int batch) {
    LegalNames names = new LegalNames(random);
    Set<String> types = LegalNames.taken("T");
    List<NamedAgent> agents = new ArrayList<>();
    for (int i = 0; i < AGENTS_AT_ONCE; i++) {
      agents.add(
          batch % 5 == 4
              ? NamedAgent.withoutPackage(names, i, types)
              : NamedAgent.inPackage(names, i));
    }
    return agents;
  }

  private static void check(List<NamedAgent> agents, String seed) {
    MemoryCompilation compilation = new MemoryCompilation();
    List<String> sources = agents.stream().flatMap(each -> each.sources().stream()).toList();

    assertThat(compilation.compile(sources)).as(seed).isEmpty();

    for (NamedAgent agent : agents) {
      Tools tools = Tools.of(compilation, agent.name());
      for (NamedAgent.Call call : agent.calls()) {
        assertThat(tools.call(call.tool(), call.arguments()))
            .as("%s of %s, %s", call.tool(), agent, seed)
            .isEqualTo(call.answer());
      }
    }
  }
}
