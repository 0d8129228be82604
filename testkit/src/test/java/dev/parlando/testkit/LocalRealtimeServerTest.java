package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalRealtimeServerTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsItsUrlAndServes() {
    assertThat(run()).isZero();
    try (TestClient client = TestClient.connect(printedUrl())) {
      client.await("session.created");
    }
  }

  @Test
  void speaksTheBeta() {
    assertThat(run("--dialect", "beta")).isZero();
    try (TestClient client = TestClient.connect(printedUrl())) {
      assertThat(client.await("session.created").at("/session/modalities").isArray()).isTrue();
    }
  }

  @Test
  void playsAScriptInEachSessionFromItsBeginning() throws IOException {
    Path script = folder.resolve("toronto.script");
    Files.writeString(
        script,
        """
        # A call with a word before it.
        text Toronto
        says One moment.
        pause 1
        calls get_temperature {"city":"Toronto"}

        output 22
        says It's 22 degrees.

        fail rate_limit_exceeded Too fast.
        """);
    assertThat(run("--script", script.toString())).isZero();
    for (int session = 0; session < 2; session++) {
      try (TestClient client = TestClient.connect(printedUrl())) {
        client.say("Toronto?");
        var output = client.await("response.done").at("/response/output");
        assertThat(output.at("/0/content/0/transcript").asString()).isEqualTo("One moment.");
        assertThat(output.at("/1/arguments").asString()).isEqualTo("{\"city\":\"Toronto\"}");
        client.answer(output.at("/1/call_id").asString(), "22");
        assertThat(
                client
                    .await("response.done")
                    .at("/response/output/0/content/0/transcript")
                    .asString())
            .isEqualTo("It's 22 degrees.");
        client.say("More");
        assertThat(
                client
                    .await("response.done")
                    .at("/response/status_details/error/message")
                    .asString())
            .isEqualTo("Too fast.");
      }
    }
  }

  @Test
  void playsARecording() {
    assertThat(run("--recording", "src/test/resources/recordings/toronto-beta.jsonl")).isZero();
    try (TestClient client = TestClient.connect(printedUrl())) {
      assertThat(client.await("session.created").at("/session/id").asString())
          .isEqualTo("sess_toronto");
    }
  }

  @Test
  void speaksTls() throws Exception {
    Certificate certificate = Certificate.makeIn(folder);
    assertThat(run("--tls", certificate.keyStore().toString())).isZero();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(certificate.keyStore())) {
      trusted.load(bytes, Certificate.PASSWORD.toCharArray());
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("server", trusted.getCertificate("server"));
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    assertThat(printedUrl()).hasScheme("wss");
    WebSocket socket =
        HttpClient.newBuilder()
            .sslContext(context)
            .build()
            .newWebSocketBuilder()
            .buildAsync(printedUrl(), new WebSocket.Listener() {})
            .get(20, TimeUnit.SECONDS);
    socket.abort();
    assertThat(run("--tls", certificate.keyStore().toString(), "--password", "wrong")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error> The file " + certificate.keyStore() + " can't be read: ");
  }

  @Test
  void letsGoWrongWhatASentenceSays() {
    assertThat(
            run(
                "--fault",
                "handshake nth=1 refuse status=429",
                "--fault",
                "client response.create reject code=server_error message=\"Not now.\""))
        .isZero();
    assertThatThrownBy(() -> TestClient.connect(printedUrl())).hasStackTraceContaining("429");
    try (TestClient client = TestClient.connect(printedUrl())) {
      client.send("{'type':'response.create'}");
      assertThat(client.await("error").at("/error/code").asString()).isEqualTo("server_error");
      client.send("{'type':'response.create'}");
      client.await("response.done");
    }
  }

  @Test
  void letsGoWrongWhatAFileSays() throws IOException {
    Path faults = folder.resolve("faults.yaml");
    Files.writeString(
        faults,
        """
        - on: server
          event: response.done
          where: {/response/status: completed}
          times: always
          do: rename
        - {on: server, event: response.done, nth: 2, do: close, code: 1012, reason: Later}
        """);
    Path more = folder.resolve("more.json");
    Files.writeString(
        more, "[{\"on\":\"server\",\"event\":\"response.output_audio.delta\",\"do\":\"rename\"}]");
    assertThat(run("--fault", faults.toString(), "--fault", more.toString())).isZero();
    try (TestClient client = TestClient.connect(printedUrl())) {
      client.send("{'type':'response.create'}");
      client.await("response.audio.delta");
      client.await("response.done");
      client.send("{'type':'response.create'}");
      // The first of several faults wins.
      client.await("response.done");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--prot,1,There is no option --prot.",
    "--port,none,'--port needs a number, not none.'",
    "--port,70000,--port must be from 0 to 65535.",
    "--dialect,alpha,'--dialect must be ga or beta, not alpha.'",
    "--script,absent.script,There is no file absent.script.",
    "--recording,absent.jsonl,There is no file absent.jsonl.",
    "--fault,absent.yaml,There is no file absent.yaml.",
    "--fault,server response.done explode,'\"server response.done explode\": do must be drop, dup'",
    "--fault,server response.done nth=x drop,'\"server response.done nth=x drop\": nth needs a whole'",
    "--fault,client response.create duplicate,'\"client response.create duplicate\": Duplicate can'",
    "--fault,nowhere drop,'\"nowhere drop\": on must be server, client, handshake or response.'",
  })
  void aWrongOptionIsExplained(String option, String value, String message) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error> " + message)
        .contains("Usage:")
        .doesNotContain("\tat ");
    assertThat(out.size()).isZero();
  }

  @Test
  void anOptionWithoutValueIsExplained() {
    assertThat(run("--port")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--port needs a value");
  }

  @Test
  void aMistakeInAScriptIsExplainedWithItsLine() throws IOException {
    Path script = folder.resolve("bad.script");
    Files.writeString(script, "says Hello\nshouts Hello\n");
    assertThat(run("--script", script.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("bad.script: line 2 begins with 'shouts'");
  }

  @Test
  void aPortThatIsTakenIsExplained() {
    assertThat(run()).isZero();
    String port = Integer.toString(printedUrl().getPort());
    assertThat(run("--port", port)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error> Can't listen on 127.0.0.1:" + port)
        .doesNotContain("\tat ");
  }

  @Test
  void helpIsGiven() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
  }

  private int run(String... args) {
    return LocalRealtimeServer.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private URI printedUrl() {
    return URI.create(out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
  }
}
