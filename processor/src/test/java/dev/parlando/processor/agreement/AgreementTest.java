package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is valid under a tool's schema is decoded to the value that it states, and whatever is
 * not is refused at the place that is wrong; for documents made at random from the schema's text.
 *
 * <p>{@code -Dparlando.agreement.documents=1000000} tries more of them, {@code
 * -Dparlando.agreement.seed=7} others.
 */
final class AgreementTest {

  private static final int DOCUMENTS = Integer.getInteger("parlando.agreement.documents", 24_000);
  private static final long SEED = Long.getLong("parlando.agreement.seed", 20261122L);

  private static final List<Subject> SUBJECTS = Catalogue.subjects();

  static List<Subject> tools() {
    return SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("tools")
  void decoderTakesExactlyWhatTheSchemaAllows(Subject subject) {
    RandomGenerator random = new Random(SEED ^ subject.name().hashCode());
    DocumentGenerator generator = new DocumentGenerator(subject.schema(), random);
    Mutator mutator = new Mutator(subject.schema(), random);
    int valid = 0;
    int wanted = DOCUMENTS / SUBJECTS.size();
    for (int i = 0; i < wanted; i++) {
      JsonNode document = generator.document();
      // One in three as it is; the others with one fault, or two.
      for (int faults = i % 3; faults > 0; faults--) {
        document = mutator.mutate(document);
      }
      valid += subject.judge().wrongPlaces(document).isEmpty() ? 1 : 0;
      String disagreement = subject.disagreement(document);
      if (!disagreement.isEmpty()) {
        explain(subject, document, disagreement);
      }
    }
    assertThat(valid).as("valid documents of " + wanted).isBetween(wanted / 4, wanted);
  }

  private static void explain(Subject subject, JsonNode document, String disagreement) {
    String kind = disagreement.substring(0, 5);
    JsonNode smallest =
        Shrinker.smallest(document, each -> subject.disagreement(each).startsWith(kind));
    fail(
        "%s, seed %d%n%s%n  for %s%n  found as %s%n  with %s",
        subject.name(), SEED, subject.disagreement(smallest), smallest, document, disagreement);
  }
}
