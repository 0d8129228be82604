package dev.parlando.testkit.replay;

import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was said and called in a session.
 *
 * @param userTurns what the user said, as far as it was written or transcribed
 * @param calls the calls that were completed, in order
 * @param replies what the model said, in order
 */
public record RecordedConversation(List<String> userTurns, List<Call> calls, List<String> replies) {

  /**
   * A call of a tool.
   *
   * @param arguments as the model wrote them
   * @param output what it was answered; null if it never was
   */
  public record Call(String tool, String arguments, @Nullable String output) {}

  /** The lists are copied. */
  public RecordedConversation {
    userTurns = List.copyOf(userTurns);
    calls = List.copyOf(calls);
    replies = List.copyOf(replies);
  }

  /** Reads the conversation out of a session's events, in either dialect. */
  public static RecordedConversation of(Recording recording) {
    Reader reader = new Reader();
    recording.events().forEach(reader::read);
    return reader.conversation();
  }

  private static final class Reader {

    private final List<String> userTurns = new ArrayList<>();
    private final Map<String, JsonNode> calls = new LinkedHashMap<>();
    private final Map<String, String> outputs = new HashMap<>();
    private final List<String> replies = new ArrayList<>();

    void read(RecordedEvent recorded) {
      JsonNode event = recorded.event();
      switch (recorded.type()) {
        case "conversation.item.create" -> sent(event.path("item"));
        case "conversation.item.input_audio_transcription.completed" ->
            userTurns.add(text(event, "transcript"));
        case "response.output_item.done" -> completed(event.path("item"));
        case "response.done" -> event.at("/response/output").forEach(this::completed);
        case "response.audio_transcript.done", "response.output_audio_transcript.done" ->
            replies.add(text(event, "transcript"));
        case "response.text.done", "response.output_text.done" -> replies.add(text(event, "text"));
        default -> {
          // Only how it came about.
        }
      }
    }

    private void sent(JsonNode item) {
      if (text(item, "type").equals("function_call_output")) {
        outputs.put(text(item, "call_id"), text(item, "output"));
      } else if (text(item, "role").equals("user")) {
        StringBuilder joined = new StringBuilder();
        item.path("content").forEach(part -> joined.append(text(part, "text")));
        userTurns.add(joined.toString());
      }
    }

    private void completed(JsonNode item) {
      if (text(item, "type").equals("function_call") && text(item, "status").equals("completed")) {
        calls.putIfAbsent(text(item, "call_id"), item);
      }
    }

    private static String text(JsonNode node, String field) {
      return node.path(field).asString("");
    }

    RecordedConversation conversation() {
      List<Call> complete = new ArrayList<>();
      calls.forEach(
          (id, item) ->
              complete.add(new Call(text(item, "name"), text(item, "arguments"), outputs.get(id))));
      return new RecordedConversation(userTurns, complete, replies);
    }
  }
}
