package dev.parlando.internal.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Nobody is left waiting, whatever happens on the way. Each conversation is drawn by a seed, and
 * one that breaks a rule is shown with as few steps as still break it.
 *
 * <p>How many there are of each kind is {@code -Dparlando.oracle.conversations}, the first seed
 * {@code -Dparlando.oracle.first}.
 */
class OracleTest {

  private static final long FIRST = Long.getLong("parlando.oracle.first", 0);
  private static final long CONVERSATIONS = Long.getLong("parlando.oracle.conversations", 10_000);

  /** Each cell is reached a thousand times in half a million conversations. */
  private static final long CONVERSATIONS_PER_CELL = 500;

  @Test
  void aTurnIsAnsweredOnceOrItsFailureIsTold() {
    Coverage coverage = new Coverage();
    Verdict verdict =
        judge((seed, into) -> into.add(seed, lawful(seed, coverage, false).play(script(seed))));
    System.out.println("Turns met events, in " + CONVERSATIONS + " conversations:");
    System.out.println(coverage);

    List<String> reports = new ArrayList<>();
    verdict.broken().forEach((rule, seed) -> reports.add(report(rule, seed)));
    assertThat(reports).isEmpty();
    assertThat(coverage.below(Math.max(1, CONVERSATIONS / CONVERSATIONS_PER_CELL)))
        .as("cells reached too seldom")
        .isEmpty();
  }

  @Test
  void nothingThatAServerDoesIsDangerous() {
    Verdict verdict =
        judge((seed, into) -> into.add(seed, new LawlessConversation(seed, false).play()));

    List<String> reports = new ArrayList<>();
    verdict
        .broken()
        .forEach(
            (rule, seed) -> {
              LawlessConversation again = new LawlessConversation(seed, true);
              again.play();
              reports.add(rule + ", seed " + seed + "\n" + again.log());
            });
    assertThat(reports).isEmpty();
  }

  private static Verdict judge(BiConsumer<Long, Verdict> conversation) {
    Verdict verdict = new Verdict();
    LongStream.range(FIRST, FIRST + CONVERSATIONS)
        .parallel()
        .forEach(
            seed -> {
              try {
                conversation.accept(seed, verdict);
              } catch (RuntimeException e) {
                throw new AssertionError("conversation " + seed, e);
              }
            });
    return verdict;
  }

  private static LawfulConversation lawful(long seed, Coverage coverage, boolean logged) {
    return new LawfulConversation(LawfulConversation.setup(seed), coverage, logged);
  }

  private static List<Step> script(long seed) {
    return LawfulConversation.script(seed);
  }

  private static String report(Rule rule, long seed) {
    Setup setup = LawfulConversation.setup(seed);
    List<Step> least = new Minimiser(setup, rule).minimise(script(seed));
    LawfulConversation again = new LawfulConversation(setup, new Coverage(), true);
    again.play(least);
    return rule + ", seed " + seed + ", " + setup + "\n" + least + "\n" + again.log();
  }
}
