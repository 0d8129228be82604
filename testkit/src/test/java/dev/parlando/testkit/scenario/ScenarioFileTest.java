package dev.parlando.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.testkit.WeatherTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

  private static final Path FOLDER = Path.of("src/test/resources/scenarios");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyScenarioOfAFolderIsATest() throws IOException {
    return ScenarioTests.of(
        FOLDER,
        ScenarioRunner.offline(),
        () -> List.of(WeatherTools.answering("{\"temperature\":22}")));
  }

  @Test
  void filesAreReadByTheirNamesAndEachDocumentIsAScenario() throws IOException {
    assertThat(ScenarioFile.read(FOLDER))
        .extracting(Scenario::name)
        .containsExactly("A recorded voice", "Toronto", "A story is interrupted");
  }

  @Test
  void theSameCanBeWrittenInJsonAndInYaml() throws IOException {
    Path json = folder.resolve("a.json");
    Files.writeString(
        json, "{\"scenario\":\"x\",\"steps\":[{\"user\":\"Hello\"},{\"pause\":\"2.5s\"}]}");
    Path yaml = folder.resolve("a.yaml");
    Files.writeString(yaml, "scenario: x\nsteps:\n  - user: Hello\n  - pause: 2.5s\n");
    assertThat(ScenarioFile.read(json)).isEqualTo(ScenarioFile.read(yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "- user: 5;step 1: user needs a text, not 5",
        "- usr: Hello;step 1: a step begins with user, user-speaks",
        "- {user: Hello, within: 2s};step 1: there is no field within here",
        "- pause: soon;step 1: pause needs a time such as 800ms, 2.5s or 3min",
        "- {expect-call: f, arguments: {a: {from: x}}};step 1: arguments: from needs a number",
        "- {expect-call: f, arguments: {a: {from: 1, absent: true}}};several keywords at once; use one",
        "- {expect-reply: {matches: '('}};is no regular expression",
        "- {user-speaks: Hello, file: a.yaml};step 1: ",
        "- model: {say: x};model must be what it says, or a list",
        "- model: [{shout: x}];the model can say, call, pause or fail",
        "x;steps must be a list of steps",
        "- [;line 3",
      })
  void aMistakeIsToldWithItsPlace(String step, String message) throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "scenario: x\nsteps:\n  " + step + "\n");
    assertThatThrownBy(() -> ScenarioFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.yaml")
        .hasMessageContaining(message);
  }
}
