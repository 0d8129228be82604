package dev.parlando.internal.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The oracle sees every fault: each mutant breaks a rule within so many conversations, in which the
 * engine as it is breaks none, as {@link OracleTest} says.
 */
@EnabledIfSystemProperty(
    named = "parlando.oracle.mutants",
    matches = "true",
    disabledReason = "the profile thorough runs the mutants")
class MutantsTest {

  private static final long CONVERSATIONS = 10_000;

  @TempDir static Path scratches;

  @Test
  void eachMutantIsKilled() throws IOException {
    List<Mutant> mutants = new ArrayList<>(Mutants.ofTransitions());
    mutants.addAll(Mutants.CAUSES);
    Map<String, String> killed = new ConcurrentSkipListMap<>();
    Set<String> survivors = new ConcurrentSkipListSet<>();
    AtomicLong most = new AtomicLong();
    mutants.parallelStream()
        .forEach(
            mutant -> {
              LongFunction<Set<String>> faulty = load(mutant);
              for (long seed = 0; seed < CONVERSATIONS; seed++) {
                Set<String> broken = faulty.apply(seed);
                if (!broken.isEmpty()) {
                  most.accumulateAndGet(seed + 1, Math::max);
                  killed.put(mutant.toString(), broken + " in conversation " + (seed + 1));
                  return;
                }
              }
              survivors.add(mutant.toString());
            });
    killed.forEach((mutant, how) -> System.out.println(mutant + ": " + how));
    System.out.println(
        killed.size() + " of " + mutants.size() + " killed, within " + most + " conversations");
    assertThat(survivors).isEmpty();
  }

  @SuppressWarnings("unchecked") // The probe of another class loader has the same interface.
  private static LongFunction<Set<String>> load(Mutant mutant) {
    try {
      Path scratch = Files.createTempDirectory(scratches, "mutant");
      return (LongFunction<Set<String>>)
          new MutantLoader(MutantCompiler.compile(mutant, scratch))
              .loadClass(MutantProbe.class.getName())
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | IOException e) {
      throw new AssertionError(mutant.toString(), e);
    }
  }
}
