package dev.parlando.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ConsoleLogReaderTest {

  private static final String LOG =
      """
      Server started
      {
        type: 'session.created',
        event_id: 'event_1',
        session: { id: 'sess_1', modalities: [ 'audio', 'text' ], tools: [], tracing: null }
      }
      {
        type: 'session.updated',
        event_id: 'event_2',
        session: { id: 'sess_1', instructions: "Don't {stop}.", tools: [ [Object] ] }
      }
      -----
      {
        type: 'conversation.item.created',
        event_id: 'event_3',
        previous_item_id: null,
        item: { id: 'item_1', object: 'realtime.item', type: 'message', role: 'user', content: [ [Object] ] }
      }
      { type: 'response.created', event_id: 'event_4', response: { id: 'resp_1', output: [], usage: null } }
      {
        type: 'response.content_part.added', event_id: 'event_5', response_id: 'resp_1',
        item_id: 'item_2', output_index: 0, content_index: 0, part: { type: 'audio', transcript: '' }
      }
      { type: 'response.audio.delta', delta: 'abc' }
      Tool id call_1
      { type: 'response.audio.delta', delta: 'abc' }
      { type: 'response.audio_transcript.done', event_id: 'event_6', item_id: 'item_2', transcript: 'It\\'s on' }
      {
        type: 'response.output_item.done', event_id: 'event_7', response_id: 'resp_1', output_index: 0,
        item: { id: 'item_2', type: 'message', role: 'assistant', content: [ [Object] ] }
      }
      {
        type: 'response.function_call_arguments.done', event_id: 'event_8', response_id: 'resp_1',
        item_id: 'item_3', name: 'f', call_id: 'call_1', arguments: '{"a":1}'
      }
      {
        type: 'response.done', event_id: 'event_9',
        response: { id: 'resp_1', output: [ [Object] ], usage: { input_tokens: 7, output_tokens: 3,
          input_token_details: [Object], output_token_details: [Object] } }
      }
      {
        type: 'conversation.item.created', event_id: 'event_10',
        item: { id: 'item_4', type: 'function_call_output', call_id: 'call_1', output: '{}' }
      }
      { type: 'response.created', event_id: 'event_11', response: { id: 'resp_2', output: [] } }
      """;

  private final List<RecordedEvent> events = Recording.parse(LOG).events();

  @Test
  void everyPrintedObjectIsAnEventAndOtherLinesAreNot() {
    assertThat(events.stream().filter(RecordedEvent::isFromServer).map(RecordedEvent::type))
        .hasSize(13)
        .startsWith("session.created", "session.updated", "conversation.item.created")
        .endsWith("response.done", "conversation.item.created", "response.created");
    assertThat(find("session.updated").at("/session/instructions").asString())
        .isEqualTo("Don't {stop}.");
  }

  @Test
  void whatTheClientMustHaveSentIsInserted() {
    assertThat(events.stream().map(event -> (event.isFromServer() ? "" : "> ") + event.type()))
        .containsSubsequence(
            "session.created",
            "> session.update",
            "session.updated",
            "> conversation.item.create",
            "conversation.item.created",
            "> response.create",
            "response.created",
            "response.done",
            "> conversation.item.create",
            "conversation.item.created",
            "> response.create",
            "response.created");
  }

  @Test
  void gapsAreFilledFromTheOtherEvents() {
    assertThat(find("session.updated").at("/session/tools"))
        .hasToString(
            "[{\"type\":\"function\",\"name\":\"f\",\"parameters\":{\"type\":\"object\","
                + "\"properties\":{\"a\":{\"type\":\"string\"}}}}]");
    assertThat(find("response.output_item.done").at("/item/content"))
        .hasToString("[{\"type\":\"audio\",\"transcript\":\"It's on\"}]");
    assertThat(find("response.done").at("/response/output/0/id").asString()).isEqualTo("item_2");
    assertThat(find("response.done").at("/response/usage/input_token_details/text_tokens").asInt())
        .isEqualTo(7);
    assertThat(find("response.audio.delta").path("item_id").asString()).isEqualTo("item_2");
    assertThat(find("response.audio.delta").path("event_id").isString()).isTrue();
  }

  private ObjectNode find(String type) {
    return events.stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .orElseThrow()
        .event();
  }
}
