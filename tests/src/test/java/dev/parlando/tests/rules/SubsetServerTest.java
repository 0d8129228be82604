package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Item;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that speak a part of the protocol, as those that people host themselves. Whatever they
 * leave out, nobody waits for it.
 */
class SubsetServerTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  static Stream<Arguments> subsets() {
    return Stream.of(
        Arguments.of(
            "confirms no item",
            Dialect.GA,
            Set.of(
                "conversation.item.added",
                "conversation.item.done",
                "conversation.item.deleted",
                "conversation.item.truncated")),
        Arguments.of(
            "confirms no item, in the beta",
            Dialect.BETA,
            Set.of("conversation.item.created", "conversation.item.deleted")),
        Arguments.of(
            "tells only the ends",
            Dialect.GA,
            Set.of(
                "response.output_item.added",
                "response.content_part.added",
                "response.content_part.done",
                "response.output_audio_transcript.delta",
                "response.function_call_arguments.delta",
                "response.function_call_arguments.done",
                "rate_limits.updated",
                "input_audio_buffer.committed")),
        Arguments.of(
            "does not tell that a response began",
            Dialect.GA,
            Set.of("response.created", "rate_limits.updated")),
        Arguments.of(
            "tells calls by their arguments only",
            Dialect.BETA,
            Set.of("response.output_item.added", "response.output_item.done")),
        Arguments.of(
            "does not tell when the user falls silent",
            Dialect.GA,
            Set.of("input_audio_buffer.speech_stopped", "input_audio_buffer.committed")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subsets")
  void aConversationGoesToItsEnd(String subset, Dialect dialect, Set<String> leftOut)
      throws Exception {
    fixture.settings.dialect(dialect);
    fixture.settings.fault(
        Fault.onServerEvent(event -> leftOut.contains(event.path("type").asString("")))
            .always()
            .drop());
    fixture.script.transcribes("And in Oslo?");
    fixture
        .model(Reply.calling("get_time", "{}").call("add", "{\"a\":1,\"b\":1}"))
        .model(Reply.saying("It is noon, and two."))
        .model(Reply.calling("get_time", "{\"zone\":\"Oslo\"}"))
        .model(Reply.saying("Noon in Oslo, too."));
    StoppedSpeaker speaker = new StoppedSpeaker();
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    session.addItem(Item.systemText("Be brief.").withId("item_brief"));
    session.deleteItem("item_brief");
    fixture.ask(session, "Time and sum?");

    session.appendAudio(ToneSpeech.pcm16("And in Oslo?"));
    fixture.awaitEvent(SpeechEvent.Started.class);
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(ReplyEvent.Finished.class, 4);
    fixture.settle(session);

    assertThat(fixture.outputs())
        .containsExactlyInAnyOrder("noon", "{\"a\":1,\"b\":1,\"sum\":2}", "noon in Oslo");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("It is noon, and two.", "Noon in Oslo, too.");
    assertThat(fixture.events.all(Failure.class)).isEmpty();
    fixture.script.verify();
  }
}
