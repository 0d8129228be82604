package dev.parlando.realtime;

import static dev.parlando.realtime.Sample.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event survives being read and written, in its own dialect. */
class RoundTripTest {

  /** What one dialect alone has, as PROTOCOL says it; each is read under its only name. */
  private static final Set<Class<?>> NOT_IN_BETA =
      Set.of(
          ConversationEvent.ItemAdded.class,
          ConversationEvent.ItemDone.class,
          TranscriptionEvent.Segment.class,
          TranscriptionEvent.Updated.class,
          InputAudioEvent.TimeoutTriggered.class,
          InputAudioEvent.DtmfReceived.class,
          McpEvent.ListToolsInProgress.class,
          McpEvent.ListToolsCompleted.class,
          McpEvent.ListToolsFailed.class,
          McpEvent.CallArgumentsDelta.class,
          McpEvent.CallArgumentsDone.class,
          McpEvent.CallInProgress.class,
          McpEvent.CallCompleted.class,
          McpEvent.CallFailed.class);

  private static final Set<Class<?>> NOT_IN_GA =
      Set.of(SessionEvent.TranscriptionUpdated.class, ClientEvent.TranscriptionSessionUpdate.class);

  private static final Set<Class<?>> NO_EVENTS_OF_THE_PROTOCOL =
      Set.of(UnknownEvent.class, ClientEvent.Unknown.class);

  static Stream<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void losesNothingInItsOwnDialect(Sample sample) throws Exception {
    assertSameJson(sample.write(sample.read()), sample.json());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isTheSameFromBytesAndToBytes(Sample sample) throws Exception {
    assertThat(sample.readBytes()).isEqualTo(sample.read()).hasSameHashCodeAs(sample.read());
    assertSameJson(sample.writeBytes(sample.read()), sample.json());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void survivesBeingWrittenAndReadAgain(Sample sample) throws Exception {
    Object event = sample.read();
    assertThat(sample.with(sample.write(event)).read()).isEqualTo(event);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyEventOfADialectHasASample(Dialect dialect) throws Exception {
    Set<Class<?>> expected = new LinkedHashSet<>();
    collectRecords(ServerEvent.class, expected);
    collectRecords(ClientEvent.class, expected);
    expected.removeAll(NO_EVENTS_OF_THE_PROTOCOL);
    expected.removeAll(dialect == Dialect.GA ? NOT_IN_GA : NOT_IN_BETA);

    Set<Class<?>> seen = new LinkedHashSet<>();
    for (Sample.Side side : EnumSet.allOf(Sample.Side.class)) {
      for (Sample sample : (Iterable<Sample>) Sample.of(dialect, side)::iterator) {
        seen.add(sample.read().getClass());
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void collectRecords(Class<?> type, Collection<Class<?>> into) {
    if (type.isRecord()) {
      into.add(type);
    } else {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collectRecords(permitted, into);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isKnownThroughout(Sample sample) throws Exception {
    assertThat(sample.read().toString()).doesNotContainPattern("Unknown(Event|Item)?\\[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message",
        "function_call",
        "function_call_output",
        "item_reference",
        "mcp_list_tools",
        "mcp_call",
        "mcp_approval_request",
        "mcp_approval_response",
        "input_text",
        "input_audio",
        "input_image",
        "output_text",
        "output_audio",
        "text",
        "audio",
        "function",
        "mcp",
        "server_vad",
        "semantic_vad"
      })
  void everyTypeInsideOfEventsHasASample(String type) {
    assertThat(Sample.all())
        .anyMatch(
            s ->
                s.text().contains("{\"type\":\"" + type + "\"")
                    || s.text().contains(",\"type\":\"" + type + "\""));
  }
}
