package dev.parlando.internal.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The oracle sees every fault: each mutant breaks a rule that the engine as it is does not break in
 * the same conversation.
 */
@EnabledIfSystemProperty(
    named = "parlando.oracle.mutants",
    matches = "true",
    disabledReason = "the profile thorough runs the mutants")
class MutantsTest {

  private static final long CONVERSATIONS = 10_000;

  @TempDir static Path scratches;

  @Test
  void eachMutantIsKilled() {
    List<String> survivors = new ArrayList<>();
    List<String> killed = new ArrayList<>();
    Collection<Mutant> mutants = Mutants.ALL;
    mutants.parallelStream()
        .forEach(
            mutant -> {
              String how = kill(mutant);
              synchronized (killed) {
                (how == null ? survivors : killed).add(mutant + (how == null ? "" : ": " + how));
              }
            });
    killed.forEach(System.out::println);
    assertThat(survivors).isEmpty();
  }

  /** What a mutant breaks, and in which conversation; null: nothing. */
  private static String kill(Mutant mutant) {
    LongFunction<Set<String>> asItIs = new MutantProbe();
    LongFunction<Set<String>> faulty = load(mutant);
    for (long seed = 0; seed < CONVERSATIONS; seed++) {
      Set<String> broken = new HashSet<>(faulty.apply(seed));
      if (!broken.isEmpty()) {
        broken.removeAll(asItIs.apply(seed));
      }
      if (!broken.isEmpty()) {
        return broken + " in conversation " + seed;
      }
    }
    return null;
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
