package dev.parlando.testkit.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a program of {@code src/test/javascript} with Node.js. */
final class NodeProgram {

  private static final Path FOLDER = Path.of("src/test/javascript");
  private static final int PATIENCE_SECONDS = 60;

  private NodeProgram() {}

  /** Skips the test where there is no Node.js, or nobody installed what the programs need. */
  static void assumeInstalled() {
    assumeTrue(starts("node", "--version"), "Node.js is missing; install Node.js 20 or later");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules/openai")),
        "The JavaScript clients are missing; run: npm ci --prefix testkit/" + FOLDER);
  }

  private static boolean starts(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param certificate what it trusts besides the usual
   * @return what it printed, one JSON object a line
   */
  static List<JsonNode> run(String program, String argument, Path certificate)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("node", program, argument)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true);
    builder.environment().put("OPENAI_API_KEY", JavaScriptClientsTest.KEY);
    builder.environment().put("NODE_EXTRA_CA_CERTS", certificate.toString());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().map(JsonMapper.shared()::readTree).toList();
  }
}
