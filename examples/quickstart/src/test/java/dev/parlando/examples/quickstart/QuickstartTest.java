package dev.parlando.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.transport.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  private static final String EMBEDDED =
      "server> embedded, no key needed; set OPENAI_API_KEY to talk to a real model";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void answersEachTextWithWhatTheToolSays() {
    assertThat(run(Optional::empty, "What's the temperature in Toronto?")).isZero();

    assertThat(lines())
        .containsExactly(
            EMBEDDED,
            "user> What's the temperature in Toronto?",
            "tool> get_temperature {\"city\":\"Toronto\"} ->"
                + " {\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"} (N ms)",
            "agent> The temperature in Toronto is 22 degrees celsius.");
  }

  @Test
  void goesOnWithTheTextAfterTheBar() {
    assertThat(run(Optional::empty, "How warm is it in Oslo? | And in Paris, in fahrenheit?"))
        .isZero();

    assertThat(lines())
        .containsExactly(
            EMBEDDED,
            "user> How warm is it in Oslo?",
            "tool> get_temperature {\"city\":\"Oslo\"} ->"
                + " {\"city\":\"Oslo\",\"temperature\":22,\"unit\":\"celsius\"} (N ms)",
            "agent> The temperature in Oslo is 22 degrees celsius.",
            "user> And in Paris, in fahrenheit?",
            "tool> get_temperature {\"city\":\"Paris\",\"unit\":\"fahrenheit\"} ->"
                + " {\"city\":\"Paris\",\"temperature\":72,\"unit\":\"fahrenheit\"} (N ms)",
            "agent> The temperature in Paris is 72 degrees fahrenheit.");
  }

  @Test
  void tellsTheModelWhatIsWrongWithItsArguments() {
    Script script =
        new Script()
            .answers(Reply.calling("get_temperature", "{\"city\":\" \"}"))
            .answersOutput("city: must not be blank", Reply.saying("Which city?"));
    try (LocalRealtime server = LocalRealtime.builder().brain(script).start()) {
      assertThat(run(() -> at(server.url()), "How warm is it?")).isZero();
    }

    script.verify();
    assertThat(lines())
        .containsExactly(
            "user> How warm is it?",
            "tool> get_temperature {\"city\":\" \"} -> The arguments don't fit."
                + " city: must not be blank. Correct them and call again. (N ms)",
            "agent> Which city?");
  }

  @Test
  void endsWithOneLineWhereNothingListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThat(run(() -> at(URI.create("ws://127.0.0.1:" + free + "/v1/realtime")), "Hello?"))
        .isEqualTo(1);

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0))
        .startsWith("error> ")
        .contains("Connection refused")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void endsWithOneLineAndWithoutTheKeyWhereTheServerRefusesIt() {
    try (LocalRealtime server = LocalRealtime.builder().apiKey("right-key").start()) {
      Endpoint endpoint = Endpoint.at(server.url()).bearer(() -> "wrong-key").build();

      assertThat(run(() -> Optional.of(endpoint), "Hello?")).isEqualTo(1);
    }

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0))
        .startsWith("error> ")
        .contains("401")
        .doesNotContain("wrong-key", "Exception");
  }

  @Test
  void endsWithOneLineWhereTheServerIsBusy() {
    Fault busy = Fault.onHandshake().always().refuse(503, "busy");
    try (LocalRealtime server = LocalRealtime.builder().fault(busy).start()) {
      assertThat(run(() -> at(server.url()), "Hello?")).isEqualTo(1);
    }

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0)).startsWith("error> ").contains("503");
  }

  @Test
  void saysWhatIsMissingInTheEnvironment() {
    Supplier<Optional<Endpoint>> incomplete =
        () -> {
          throw new IllegalStateException("AZURE_OPENAI_API_KEY is not set.");
        };

    assertThat(run(incomplete, "Hello?")).isEqualTo(1);

    assertThat(lines()).containsExactly("error> AZURE_OPENAI_API_KEY is not set.");
  }

  @Test
  void saysSoWhereThereIsNoReply() {
    try (LocalRealtime server =
        LocalRealtime.builder()
            .brain(turn -> Reply.NOTHING.fail("server_error", "The model is away."))
            .start()) {
      assertThat(run(() -> at(server.url()), "Hello?")).isEqualTo(1);
    }

    assertThat(lines().get(0)).isEqualTo("user> Hello?");
    assertThat(lines())
        .endsWith("error> There was no reply.")
        .noneMatch(it -> it.contains("\tat "));
  }

  private static Optional<Endpoint> at(URI url) {
    return Optional.of(Endpoint.at(url).build());
  }

  private int run(Supplier<Optional<Endpoint>> server, String say) {
    return new Quickstart(new PrintStream(printed, true, StandardCharsets.UTF_8), server)
        .run(new Turns(say));
  }

  /** What was printed, but for how long tools took. */
  private List<String> lines() {
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("\\(\\d+ ms\\)$", "(N ms)"))
        .toList();
  }
}
