package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.testkit.brain.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server that sends what no server should. The session lives on, and stays as large as it was.
 */
class HostileServerTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private VoiceSession session;

  @BeforeEach
  void connect() {
    fixture.settings.keepEvents(true);
    fixture.model(Reply.saying("Still here."));
    session = fixture.connect();
  }

  private void inject(String event) {
    fixture.seen().inject(event);
  }

  private void expectAnAnswer() throws InterruptedException {
    fixture.ask(session, "Still there?");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .contains("Still here.");
  }

  @Test
  void jsonThatIsDeeplyNestedIsMalformed() throws Exception {
    inject("{\"type\":\"response.dream\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    inject("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
    fixture.awaitEvent(Failure.class);
    expectAnAnswer();
    assertThat(fixture.events.all(Failure.class))
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.MALFORMED))
        .allSatisfy(failure -> assertThat(failure.message().length()).isLessThan(1_000));
  }

  @Test
  void numbersBeyondAllMeasureAreNotTakenForNumbers() throws Exception {
    inject(
        "{\"type\":\"input_audio_buffer.speech_started\",\"event_id\":\"e\",\"item_id\":\"i\",\"audio_start_ms\":1e999999999}");
    inject("{\"type\":\"input_audio_buffer.cleared\",\"event_id\":\"e\"}");
    inject(
        "{\"type\":\"rate_limits.updated\",\"event_id\":\"e\",\"rate_limits\":[{\"name\":\"tokens\",\"limit\":"
            + "9".repeat(5_000)
            + ",\"remaining\":0,\"reset_seconds\":1e308}]}");
    expectAnAnswer();
  }

  @Test
  void wordsOfTenMegabytesAreTakenOnceAndNotKeptForEver() throws Exception {
    String words = "x".repeat(10 << 20);
    for (int i = 0; i < 3; i++) {
      inject(
          "{\"type\":\"conversation.item.input_audio_transcription.delta\",\"event_id\":\"e\",\"item_id\":\"i\",\"content_index\":0,\"delta\":\""
              + words
              + "\"}");
    }
    expectAnAnswer();
    assertThat(session.history()).hasSize(2);
  }

  @Test
  void itemsWithoutEndAreForgottenFromTheBeginning() throws Exception {
    for (int i = 0; i < 30_000; i++) {
      inject(
          "{\"type\":\"conversation.item.added\",\"event_id\":\"e\",\"previous_item_id\":null,\"item\":{\"id\":\"i"
              + i
              + "\",\"type\":\"message\",\"role\":\"user\",\"status\":\"completed\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}]}}");
    }
    expectAnAnswer();
    assertThat(session.history()).hasSizeLessThanOrEqualTo(20_000);
  }

  @Test
  void callsWithoutEndAreAnsweredOneByOneOrToldToWait() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      inject(
          "{\"type\":\"response.output_item.done\",\"event_id\":\"e\",\"response_id\":\"r\",\"output_index\":0,\"item\":{\"id\":\"c"
              + i
              + "\",\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"call"
              + i
              + "\",\"name\":\"get_time\",\"arguments\":\"{}\"}}");
    }
    fixture.seen().awaitClientEvents(SessionFixture::isOutput, 2_000, SessionFixture.PATIENCE);
    inject(
        "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r\",\"status\":\"completed\",\"output\":[]}}");
    fixture.settle(session);
    assertThat(fixture.outputs()).hasSize(2_000);
  }
}
