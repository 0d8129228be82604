package dev.parlando.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class RunScenariosTest {

  private static final String FOLDER = "src/test/resources/scenarios";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return RunScenarios.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsInAFolderIsPlayed() {
    assertThat(run(FOLDER)).isZero();
    assertThat(output().lines())
        .containsExactly(
            "ok     A recorded voice",
            "ok     Toronto",
            "ok     A story is interrupted",
            "3 scenarios, 0 failed");
  }

  @Test
  void theSameFileIsPlayedWithAServer() throws IOException {
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    Path file = folder.resolve("live.yaml");
    Files.writeString(
        file,
        """
        scenario: live
        steps:
          - user: What's the temperature in Toronto?
          - model: A real model does as it likes.
          - expect-call: get_temperature
            arguments: {city: Toronto}
          - expect-reply: {contains: "22"}
            within: 20s
          - user-speaks: And what's the temperature in Rome?
          - expect-call: get_temperature
            arguments: {city: Rome}
          - expect-reply: {contains: "22"}
        """);
    assertThat(run("--endpoint", server.url().toString(), file.toString())).as(output()).isZero();
    assertThat(server.awaitSession(1).clientEvents("input_audio_buffer.append")).isNotEmpty();
  }

  @Test
  void aFailureIsToldWithTheConversationAndReported() throws Exception {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        scenario: wrong <city>
        agent: city
        steps:
          - user: What's the temperature in Paris?
          - expect-call: get_temperature
            arguments: {city: Toronto}
        """);
    Path report = folder.resolve("reports/scenarios.xml");
    assertThat(run("--report", report.toString(), file.toString(), FOLDER)).isEqualTo(1);
    assertThat(output())
        .startsWith(
            """
            FAILED wrong <city>
                   Expected a call of get_temperature with {city: "Toronto"}, but it was called \
            otherwise: city: expected "Toronto", was "Paris".
                   The conversation so far:
                     [  0.0 s] user> What's the temperature in Paris?
            """)
        .endsWith("4 scenarios, 1 failed" + System.lineSeparator());
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element first = (Element) suite.getElementsByTagName("testcase").item(0);
    assertThat(first.getAttribute("name")).isEqualTo("wrong <city>");
    assertThat(first.getElementsByTagName("failure").item(0).getTextContent())
        .contains("was \"Paris\"", "user> What's the temperature in Paris?");
  }

  @Test
  void mistakesAreExplained() throws IOException {
    Path file = folder.resolve("other.yaml");
    Files.writeString(file, "scenario: x\nagent: nobody\nsteps:\n  - user: Hello\n");
    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(run("--agnet", "x", FOLDER)).isEqualTo(2);
    assertThat(run("--report")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run(folder.resolve("absent").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo("error> There is no agent nobody; there are [city]."),
            line -> assertThat(line).isEqualTo("error> There is no option --agnet."),
            line -> assertThat(line).isEqualTo("error> The option --report needs a value."),
            line -> assertThat(line).isEqualTo("error> Name a file or folder with scenarios."),
            line -> assertThat(line).contains("absent"));
    assertThat(output()).isEmpty();
  }

  @Test
  void helpIsGiven() {
    assertThat(run("--help")).isZero();
    assertThat(output()).startsWith("Usage:");
  }
}
