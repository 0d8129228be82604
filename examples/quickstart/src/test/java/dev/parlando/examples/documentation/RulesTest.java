package dev.parlando.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests name the rules of a correct client by number; the page of rules says what each means. */
class RulesTest {

  /** From this module's folder. */
  private static final Path PROJECT = Path.of("../..").normalize();

  private static final String UPDATE =
      "mvn -pl examples/quickstart -am test -Dtest=RulesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dparlando.rules=update";

  @TempDir Path project;

  private Path page;

  @Test
  void everyRuleHasItsTestsAndEveryTestItsRule() throws IOException {
    Path rules = PROJECT.resolve("docs/rules.md");
    SortedMap<Integer, SortedSet<String>> tests = TestSources.testsByRule(PROJECT);
    if ("update".equals(System.getProperty("parlando.rules"))) {
      RuleCatalogue.read(rules).update(tests);
    }
    List<String> problems = RuleCatalogue.read(rules).problems(tests);
    if (!problems.isEmpty()) {
      fail(
          "docs/rules.md is not what the tests say.\n\n%s\n\nTo write all lists of tests anew: %s",
          String.join("\n\n", problems), UPDATE);
    }
  }

  /** A project with two rules, one of them with three tests, and nothing wrong. */
  @BeforeEach
  void writeProject() throws IOException {
    page = project.resolve("rules.md");
    Files.writeString(
        page,
        """
        # Rules

        ### R1

        A call is run once.

        - `CallTest#r1_aCallIsRunOnce`
        - `CallTest#r1_r2_allAtOnce`
        - `WholeTest`

        ## More

        ### R2

        A call is answered once.

        - `CallTest#r1_r2_allAtOnce`

        ## Not kept yet

        - **R9** A call is never late.
        """);
    write(
        "CallTest",
        """
        class CallTest {
          @Test void r1_aCallIsRunOnce() {}
          @ParameterizedTest void r1_r2_allAtOnce(int number) {}
          @Test void r2d2_isNoRule() {}
          void r3_isNoTest() {}
        }
        """);
    write("WholeTest", "/** R1: all of it. */ class WholeTest { @Test void anything() {} }");
    write("Cases", "/** R4: what no test is in. */ class Cases {}");
  }

  private void write(String type, String source) throws IOException {
    Path folder = Files.createDirectories(project.resolve("some/module/src/test/java/p"));
    Files.writeString(folder.resolve(type + ".java"), source);
  }

  private void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private void editTest(String before, String after) throws IOException {
    edit(project.resolve("some/module/src/test/java/p/CallTest.java"), before, after);
  }

  private List<String> problems() throws IOException {
    return RuleCatalogue.read(page).problems(TestSources.testsByRule(project));
  }

  @Test
  void wherePageAndTestsAgreeThereIsNoProblem() throws IOException {
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRenamedTestIsMissingUnderItsNewNameAndTooMuchUnderItsOld() throws IOException {
    editTest("r1_aCallIsRunOnce", "r1_noCallIsRunTwice");
    assertThat(problems())
        .containsExactly(
            "R1 lists what is no test of it; remove:\n- `CallTest#r1_aCallIsRunOnce`",
            "R1 lacks tests; add:\n- `CallTest#r1_noCallIsRunTwice`");
  }

  @Test
  void aMethodThatNobodyRunsIsNoTest() throws IOException {
    editTest("@Test void r1_aCall", "void r1_aCall");
    assertThat(problems())
        .containsExactly("R1 lists what is no test of it; remove:\n- `CallTest#r1_aCallIsRunOnce`");
  }

  @Test
  void aRuleThatOnlyTestsKnowIsAskedForWithItsTests() throws IOException {
    editTest("void r3_isNoTest", "@Test void r3_isATest");
    assertThat(problems())
        .containsExactly(
            "R3 is named by tests, but not in the catalogue; add it:\n"
                + "### R3\n\n(its sentence)\n\n- `CallTest#r3_isATest`");
  }

  @Test
  void aRuleWithoutTestsIsNotKept() throws IOException {
    editTest("r1_r2_", "r1_");
    assertThat(problems())
        .contains("R2 has no test; name one r2_…, or list it as not kept yet.")
        .contains("R1 lacks tests; add:\n- `CallTest#r1_allAtOnce`");
  }

  @Test
  void aRuleThatIsNotKeptYetHasNoTest() throws IOException {
    editTest("void r3_isNoTest", "@Test void r9_isATest");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("R9 has tests by now; remove it from those not kept yet and add it:\n### R9")
        .endsWith("- `CallTest#r9_isATest`");
  }

  @Test
  void aRuleHasASentenceAndItsPlace() throws IOException {
    edit(page, "A call is answered once.\n", "");
    edit(page, "### R1\n", "### R5\n");
    assertThat(problems())
        .contains(
            "R2 has no sentence; write one below its heading.",
            "R2 stands after R5; sort them by number.");
  }

  @Test
  void anUpdateWritesTheListsAndNothingElse() throws IOException {
    String before = Files.readString(page);
    editTest("r1_aCallIsRunOnce", "r1_noCallIsRunTwice");
    RuleCatalogue.read(page).update(TestSources.testsByRule(project));
    assertThat(problems()).isEmpty();
    assertThat(page)
        .hasContent(
            before
                .replace("- `CallTest#r1_aCallIsRunOnce`\n", "")
                .replace(
                    "- `CallTest#r1_r2_allAtOnce`\n- `WholeTest`",
                    "- `CallTest#r1_noCallIsRunTwice`\n- `CallTest#r1_r2_allAtOnce`\n- `WholeTest`"));
  }
}
