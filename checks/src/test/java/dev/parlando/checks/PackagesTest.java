package dev.parlando.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages import each other in one direction, the one that {@code docs/packages.md} shows. */
class PackagesTest {

  private static final Path PAGE = PublishedModule.PROJECT.resolve("docs/packages.md");
  private static final String PROPERTY = "parlando.packages";

  private static final Pattern SECTION =
      Pattern.compile("(?m)^## `([\\w-]+)`\\n((?:(?!## ).*\\n)*)");

  @Test
  void packagesImportOnlyWhatStandsAboveThemInThePage() throws IOException {
    if (Update.isWanted(PROPERTY)) {
      update(PAGE);
    }
    List<String> problems = new ArrayList<>();
    String page = Files.readString(PAGE);
    SortedSet<String> above = new TreeSet<>();
    SortedSet<String> missing = new TreeSet<>();
    PublishedModule.all().forEach(module -> missing.add(module.artifact()));
    Matcher sections = SECTION.matcher(page);
    while (sections.find()) {
      String artifact = sections.group(1);
      missing.remove(artifact);
      PackageList list = PackageList.parse(artifact, sections.group(2));
      Imports sources = Imports.read(PublishedModule.named(artifact).sources());
      problems.addAll(list.problems(sources, above));
      if (problems.isEmpty() && !list.text().strip().equals(sections.group(2).strip())) {
        problems.add("The picture of " + artifact + " is not what its table says.");
      }
      above.addAll(list.imports().keySet());
    }
    missing.forEach(artifact -> problems.add("There is no section of " + artifact + "."));
    if (!problems.isEmpty()) {
      fail(
          "docs/packages.md is not what the sources say.\n\n%s\n\n"
              + "What stands above what is decided there; the imports are written by: %s",
          String.join("\n\n", problems), Update.command(PackagesTest.class, PROPERTY));
    }
  }

  private static void update(Path page) throws IOException {
    String text =
        SECTION
            .matcher(Files.readString(page))
            .replaceAll(
                section -> {
                  String artifact = section.group(1);
                  Imports sources = Imports.read(PublishedModule.named(artifact).sources());
                  PackageList list = PackageList.parse(artifact, section.group(2)).as(sources);
                  return Matcher.quoteReplacement("## `" + artifact + "`\n" + list.text());
                });
    Files.writeString(page, text.stripTrailing() + "\n");
  }

  /** The processor shares no program with the others. */
  @Test
  void noTwoTopLevelTypesHaveTheSameSimpleName() {
    List<String> clashes = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (PublishedModule module : PublishedModule.all()) {
      if (module.artifact().equals("parlando-processor")) {
        continue;
      }
      for (Path file : PublishedModule.files(module.sources(), ".java")) {
        String name = file.getFileName().toString();
        if (name.endsWith("-info.java")) {
          continue;
        }
        for (String other : seen) {
          if (other.endsWith("/" + name)) {
            clashes.add(other + "\n" + file);
          }
        }
        seen.add(file.toString());
      }
    }
    assertThat(clashes).isEmpty();
  }

  @TempDir Path sources;

  private void write(String file, String text) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Imports imports() throws IOException {
    write("a/A.java", "package dev.parlando.a; class A { String s = \"dev.parlando.c.C\"; }");
    write(
        "b/B.java",
        """
        package dev.parlando.b;

        import dev.parlando.a.A;
        import static dev.parlando.c.C.Inner.VALUE;

        /** {@link dev.parlando.f.F}. */
        class B {
          dev.parlando.d.D d = dev.parlando.d.D.of(new dev.parlando.e.E()).copy();
          // dev.parlando.f.F
        }
        """);
    write("g/G.java", "package dev.parlando.g; import dev.parlando.b.*; class G {}");
    return Imports.read(sources);
  }

  @Test
  void anImportIsSeenHoweverItIsWritten() throws IOException {
    Imports imports = imports();
    assertThat(imports.from("dev.parlando.a")).isEmpty();
    assertThat(imports.from("dev.parlando.b"))
        .containsExactly("dev.parlando.a", "dev.parlando.c", "dev.parlando.d", "dev.parlando.e");
    assertThat(imports.from("dev.parlando.g")).containsExactly("dev.parlando.b");
    assertThat(imports.places("dev.parlando.b", "dev.parlando.a")).containsExactly("b/B.java:3");
  }

  private static final String ABOVE =
      "| `dev.parlando.c` | |\n| `dev.parlando.d` | |\n| `dev.parlando.e` | |\n";

  private List<String> problems(String rows) throws IOException {
    for (String name : List.of("c", "d", "e")) {
      String type = name.toUpperCase(java.util.Locale.ROOT);
      write(name + "/X.java", "package dev.parlando.%s; class %s {}".formatted(name, type));
    }
    return PackageList.parse("some", ABOVE + rows).problems(imports(), new TreeSet<>());
  }

  private static final String A = "| `dev.parlando.a` | nothing |\n";
  private static final String B =
      "| `dev.parlando.b` | `dev.parlando.a`, `dev.parlando.c`, `dev.parlando.d`,"
          + " `dev.parlando.e` |\n";
  private static final String G = "| `dev.parlando.g` | `dev.parlando.b` |\n";

  @Test
  void wherePageAndSourcesAgreeThereIsNoProblem() throws IOException {
    assertThat(problems(A + B + G)).isEmpty();
  }

  @Test
  void anArrowUpIsAProblemEvenIfThePageListsIt() throws IOException {
    assertThat(problems(A + G + B))
        .containsExactly(
            "dev.parlando.g imports dev.parlando.b, which does not stand above it:\n"
                + "  g/G.java:1");
  }

  @Test
  void aCircleIsAProblemInWhateverOrder() throws IOException {
    write("a/A2.java", "package dev.parlando.a; import dev.parlando.g.G; class A2 {}");
    String a = "| `dev.parlando.a` | `dev.parlando.g` |\n";
    assertThat(problems(a + B + G)).hasSize(1);
    assertThat(problems(B + G + a)).hasSize(1);
    assertThat(problems(G + a + B)).hasSize(1);
  }

  @Test
  void aNewArrowAndOneThatIsGoneAreProblems() throws IOException {
    assertThat(problems(A + B.replace("`dev.parlando.a`, ", "") + G))
        .containsExactly("dev.parlando.b imports dev.parlando.a, which is new:\n  b/B.java:3");
    assertThat(problems(A + B + G.replace("|\n", ", `dev.parlando.a` |\n")))
        .containsExactly("dev.parlando.g does not import dev.parlando.a, as the page says.");
  }

  @Test
  void aPackageThatIsNewAndOneThatIsGoneAreProblems() throws IOException {
    assertThat(problems(A + B + "| `dev.parlando.old` | nothing |\n"))
        .containsExactly(
            "some lists dev.parlando.old, which has no sources.",
            "some does not list dev.parlando.g.");
  }

  @Test
  void thePictureLeavesOutWhatFollows() throws IOException {
    write("g/G2.java", "package dev.parlando.g; import dev.parlando.a.A; class G2 {}");
    String text = PackageList.parse("some", ABOVE + A + B + G).as(imports()).text();
    assertThat(text)
        .contains("| `dev.parlando.g` | `dev.parlando.a`, `dev.parlando.b` |")
        .contains("  dev_parlando_g --> dev_parlando_b\n")
        .doesNotContain("dev_parlando_g --> dev_parlando_a");
  }
}
