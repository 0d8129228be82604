package dev.parlando.tests.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.tool.ToolResult;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * A conversation by voice: the server hears the end of a turn, and the user speaks over replies.
 */
class SpokenConversationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final EventRecorder events = new EventRecorder();

  /** A speaker that has always played the first 250 ms of the last item it was given. */
  private static final class SlowSpeaker implements PlaybackSink {

    private final List<AudioChunk> chunks = new ArrayList<>();

    @Override
    public synchronized void play(AudioChunk chunk) {
      chunks.add(chunk);
    }

    @Override
    public synchronized Optional<Heard> flush() {
      Optional<Heard> audible =
          chunks.isEmpty()
              ? Optional.empty()
              : Optional.of(new Heard(chunks.get(chunks.size() - 1).itemId(), 0, 250));
      chunks.clear();
      return audible;
    }

    synchronized long playedMs() {
      long bytes = chunks.stream().mapToLong(chunk -> chunk.audio().length).sum();
      return AudioLength.ms(AudioFormat.PCM16_24K, bytes);
    }

    @Override
    public void close() {}
  }

  private VoiceSession connect(LocalRealtime server, PlaybackSink speaker) {
    SessionConfig config =
        SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build();
    return VoiceSession.to(Endpoint.at(server.url()).build())
        .tools(new WeatherTools(context -> ToolResult.json(WeatherTools.ANSWER)))
        .config(config)
        .listener(events)
        .speaker(speaker)
        .connect();
  }

  private static void speak(VoiceSession session, String words) {
    session.appendAudio(ToneSpeech.pcm16(words));
    session.appendAudio(ToneSpeech.silence(400));
  }

  @Test
  void aSpokenQuestionIsAnsweredAloudAndBothSidesAreTranscribed() throws Exception {
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    SlowSpeaker speaker = new SlowSpeaker();
    try (VoiceSession session = connect(server, speaker)) {
      speak(session, "What's the temperature in Toronto?");
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      seen.awaitServerEvents(ObservedSession.ofType("response.done"), 2, PATIENCE);
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(SpeechEvent.Started.class)).hasSize(1);
      assertThat(events.all(SpeechEvent.Transcript.class))
          .extracting(SpeechEvent.Transcript::text)
          .containsExactly("What's the temperature in Toronto?");
      assertThat(events.all(ReplyEvent.Transcript.class))
          .extracting(ReplyEvent.Transcript::text)
          .containsExactly("The temperature in Toronto is 22 degrees celsius.");
      assertThat(speaker.playedMs()).isGreaterThan(1_000);
      assertThat(seen.clientEvents("conversation.item.truncate")).isEmpty();
      assertThat(seen.clientEvents("response.create")).hasSize(1);
    }
  }

  @Test
  void r77_whoSpeaksOverAReplyIsHeardAndTheServerLearnsHowFarItGot() throws Exception {
    LocalRealtime server = servers.startForSessions(LocalRealtime.builder());
    try (VoiceSession session = connect(server, new SlowSpeaker())) {
      session.sendText("What's the temperature in Toronto?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      speak(session, "What's the temperature in Paris?");
      ObservedSession seen = server.awaitSession(1, PATIENCE);
      JsonNode truncate = seen.awaitClientEvent("conversation.item.truncate", PATIENCE);
      assertThat(truncate.path("audio_end_ms").asInt()).isEqualTo(250);
      seen.awaitServerEvent("conversation.item.truncated", PATIENCE);
      seen.awaitServerEvents(ObservedSession.ofType("response.done"), 4, PATIENCE);
      assertThat(session.awaitIdle(PATIENCE)).isTrue();

      assertThat(events.all(ReplyEvent.Transcript.class)).hasSize(2);
      assertThat(seen.serverEvents("error")).isEmpty();
      assertThat(session.history()).hasSize(8);
    }
  }
}
