package dev.parlando.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compiled;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A build that is told to process each class alone does so: when one source has changed, the
 * processor sees that source, and class files of everything else. What it makes must be what the
 * whole build made, or the tools depend on what was built last.
 */
final class IncrementalBuildTest {

  /** What is kept of types that have no tools of their own. */
  private static final String FACTS_OF_MODEL = "META-INF/parlando/doc/quarkus.clinic.model.";

  @Test
  void everySourceAloneMakesWhatTheWholeBuildMade() {
    Compiled whole = Corpus.all().compile().orFail();
    Map<String, String> made = new TreeMap<>();

    Corpus.sources()
        .forEach(
            (name, source) -> {
              Map<String, String> alone =
                  Corpus.compilation(source).after(whole).compile().orFail().generated();
              assertThat(whole.generated()).as("%s alone", name).containsAllEntriesOf(alone);
              made.putAll(alone);
            });

    Map<String, String> all = whole.generated();
    all.keySet().removeIf(path -> path.startsWith(FACTS_OF_MODEL));
    assertThat(made.keySet()).isEqualTo(all.keySet());
  }

  /** Builds compile what has changed together with what uses it. */
  @Test
  void typesWithoutToolsAreMadeWithTheToolsThatUseThem() {
    Map<String, String> sources = Corpus.sources();
    Compiled whole = Corpus.all().compile().orFail();

    Map<String, String> made =
        Corpus.compilation(
                sources.get("quarkus.clinic.model.Patient"),
                sources.get("quarkus.clinic.model.Appointment"),
                sources.get("quarkus.clinic.AppointmentService"))
            .after(whole)
            .compile()
            .orFail()
            .generated();

    assertThat(whole.generated()).containsAllEntriesOf(made);
    assertThat(made).containsKey(FACTS_OF_MODEL + "Patient.json");
  }

  @Test
  void subclassAloneKeepsTheToolsItInherits() {
    Compiled whole = Corpus.all().compile().orFail();
    String controller = "spring.helpdesk.TicketController";

    Compiled alone =
        Corpus.compilation(Corpus.sources().get(controller)).after(whole).compile().orFail();

    assertThat(alone.definitions(controller))
        .isEqualTo(whole.definitions(controller))
        .contains("\"read\"", "\"keys\"", "\"suggestions\"");
  }
}
