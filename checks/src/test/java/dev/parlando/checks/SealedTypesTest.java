package dev.parlando.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java 17 has no switch over a sealed type that the compiler finds complete. So every source that
 * tells subtypes of one apart is listed with those it leaves out: where a new subtype comes, each
 * of these places fails until somebody decided what it does with it.
 */
class SealedTypesTest {

  private static final Path LIST = Path.of("sealed-types.txt");
  private static final String PROPERTY = "parlando.sealed";

  private static List<PublishedModule> modules() {
    return PublishedModule.all();
  }

  /** One line for each place and type: {@code File.java Type: Subtype Subtype}. */
  private static String places() {
    SealedTypes types = SealedTypes.of(modules());
    SortedSet<String> lines = new TreeSet<>();
    for (PublishedModule module : modules()) {
      for (Path source : PublishedModule.files(module.sources(), ".java")) {
        String file = module.sources().relativize(source).toString();
        types.leftOut(source).forEach((type, missing) -> lines.add(line(file, type, missing)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(String file, String type, Set<String> missing) {
    return file
        + " "
        + type
        + ":"
        + (missing.isEmpty() ? " all" : " all but " + String.join(" ", missing));
  }

  @Test
  void everyPlaceThatTellsSubtypesApartIsListedWithThoseItLeavesOut() throws IOException {
    String places = places();
    if (Update.isWanted(PROPERTY)) {
      Files.writeString(LIST, places);
    }
    assertThat(places)
        .as(
            "checks/sealed-types.txt says what each place does with each subtype. Where a type is"
                + " new, first decide at each place; then write the list: %s",
            Update.command(SealedTypesTest.class, PROPERTY))
        .isEqualTo(Files.exists(LIST) ? Files.readString(LIST) : "");
  }

  @TempDir Path folder;

  private SortedMap<String, SortedSet<String>> leftOut(String code) throws IOException {
    Path source = folder.resolve("Some.java");
    Files.writeString(source, "package some;\n" + code);
    return new TreeMap<>(SealedTypes.of(modules()).leftOut(source));
  }

  private static final String OUTCOME = "dev.parlando.tool.ToolOutcome";

  @Test
  void aPlaceThatTellsTwoApartLeavesOutTheOthers() throws IOException {
    assertThat(
            leftOut(
                """
                import dev.parlando.tool.ToolOutcome;
                class Some {
                  boolean a(Object o) {
                    return o instanceof ToolOutcome.Returned || o instanceof ToolOutcome.Failed f;
                  }
                }
                """))
        .containsOnlyKeys(OUTCOME)
        .hasEntrySatisfying(
            OUTCOME, missing -> assertThat(missing).containsExactly("Invalid", "Refused"));
  }

  @Test
  void anImportedSubtypeIsKnownAndOneAloneIsNoChoice() throws IOException {
    assertThat(
            leftOut(
                """
                import dev.parlando.tool.ToolOutcome.Invalid;
                import dev.parlando.tool.ToolOutcome.Refused;
                class Some {
                  boolean a(Object o) {
                    return o instanceof Invalid || o instanceof Refused;
                  }
                }
                """))
        .hasEntrySatisfying(
            OUTCOME, missing -> assertThat(missing).containsExactly("Failed", "Returned"));
    assertThat(
            leftOut(
                """
                import dev.parlando.tool.ToolOutcome.Invalid;
                class Some {
                  boolean a(Object o) {
                    return o instanceof Invalid;
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void aSubtypeThatIsSealedItselfStandsForAllOfIts() throws IOException {
    assertThat(
            leftOut(
                    """
                import dev.parlando.session.event.ReplyEvent;
                import dev.parlando.session.event.ToolEvent;
                class Some {
                  boolean a(Object o) {
                    return o instanceof ReplyEvent || o instanceof ToolEvent;
                  }
                }
                """)
                .get("dev.parlando.session.event.VoiceEvent"))
        .contains("SpeechEvent.Started", "Failure")
        .doesNotContain("ReplyEvent.Started", "ToolEvent.Late");
  }
}
