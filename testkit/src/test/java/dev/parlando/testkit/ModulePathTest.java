package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the server also works as a module among modules. */
class ModulePathTest {

  @Test
  void theServerRunsFromTheModulePath() throws Exception {
    String modules =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-p",
                    modules,
                    "-m",
                    "dev.parlando.testkit/dev.parlando.testkit.LocalRealtimeServer"))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String url = output.readLine();
      assertThat(url).startsWith("ws://");
      try (TestClient client = TestClient.connect(URI.create(url))) {
        client.await("session.created");
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
