package dev.parlando.processor.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parlando.processor.model.ConstraintModel.Regex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * What stands in a schema is taken by a real JavaScript engine, and by Python where there is one,
 * for exactly the texts that Java takes.
 *
 * <p>{@code -Dparlando.patterns.cases=1000000} tries more texts, {@code -Dparlando.patterns.seed=7}
 * others.
 */
@EnabledForJreRange(max = JRE.JAVA_21) // GraalJS 23.1, the line for JDK 17, starts on no newer one.
final class PatternReadersTest {

  private static final int CASES = Integer.getInteger("parlando.patterns.cases", 24_000);
  private static final long SEED = Long.getLong("parlando.patterns.seed", 20261127L);
  private static final int TEXTS = 20;

  private static final List<ForeignReader> READERS = new ArrayList<>();

  @BeforeAll
  static void open() {
    READERS.add(ForeignReader.javaScript());
    ForeignReader.python().ifPresentOrElse(READERS::add, PatternReadersTest::sayNoPython);
  }

  private static void sayNoPython() {
    System.out.println("No python3 found; patterns are judged by JavaScript only");
  }

  @AfterAll
  static void close() {
    READERS.forEach(ForeignReader::close);
    READERS.clear();
  }

  private static PortablePattern translated(String regexp, List<String> flags) {
    return PortablePattern.of(new Regex(regexp, flags, Optional.empty(), () -> "nowhere"));
  }

  private static void compare(Trial trial) {
    String java = trial.verdicts();
    for (ForeignReader reader : READERS) {
      String verdicts = reader.verdicts(trial);
      if (!verdicts.equals(java)) {
        fail(
            "%s, flags %d%n  %s%n  Java: %s%n  %s: %s",
            trial.java(),
            trial.flags(),
            ForeignReader.Question.about(trial),
            java,
            reader.name(),
            verdicts);
      }
    }
  }

  @Test
  void patternsOfPublicCodeAreReadAlike() throws IOException {
    List<String> patterns = lines("public-patterns.txt");
    assertThat(patterns).hasSizeGreaterThanOrEqualTo(200);
    Random random = new Random(SEED);
    int portable = 0;
    for (String regexp : patterns) {
      Optional<String> text = translated(regexp, List.of()).text();
      if (text.isPresent()) {
        portable++;
        compare(
            new Trial(
                regexp,
                0,
                text.get(),
                new PatternSamples(random).texts(regexp, List.of(), 40, 120)));
      }
    }
    assertThat(portable).isGreaterThanOrEqualTo(150);
  }

  @Test
  void generatedPatternsAreReadAlike() {
    Random random = new Random(SEED);
    PatternSamples samples = new PatternSamples(random);
    int tried = 0;
    int matched = 0;
    int foreign = 0;
    while (tried < CASES) {
      String regexp = RandomPattern.make(random);
      int flags = random.nextInt(5) == 0 ? Pattern.CASE_INSENSITIVE : 0;
      flags |= random.nextInt(8) == 0 ? Pattern.DOTALL : 0;
      List<String> names = new ArrayList<>();
      if ((flags & Pattern.CASE_INSENSITIVE) != 0) {
        names.add("CASE_INSENSITIVE");
      }
      if ((flags & Pattern.DOTALL) != 0) {
        names.add("DOTALL");
      }
      try {
        Pattern.compile(regexp, flags);
      } catch (PatternSyntaxException e) {
        continue;
      }
      Optional<String> portable = translated(regexp, names).text();
      if (portable.isEmpty()) {
        foreign++;
        continue;
      }
      List<String> texts = samples.texts(regexp, names, TEXTS, 16);
      Trial trial = new Trial(regexp, flags, portable.get(), texts);
      compare(trial);
      tried += TEXTS;
      matched += (int) trial.verdicts().chars().filter(c -> c == '1').count();
    }
    assertThat(matched).as("matches of " + tried).isBetween(tried / 10, tried * 9 / 10);
    assertThat(foreign).isPositive();
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = PatternReadersTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    }
  }
}
