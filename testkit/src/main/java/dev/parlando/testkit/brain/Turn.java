package dev.parlando.testkit.brain;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a brain is given to plan a response. The trees are copies in the form of general
 * availability, whatever dialect the client speaks; user audio carries its transcript in {@code
 * transcript}.
 *
 * @param sessionId the server's id of the session
 * @param instructions what applies to this response: the response's own, else the session's
 * @param ownInstructions whether the instructions are the response's own
 * @param items the conversation in order, or the items that the response was given instead
 * @param tools the function tools that may be called; empty where the tool choice is {@code none}
 * @param toolRequired whether a tool must be called
 * @param metadata what the client attached to the response; an empty object if nothing
 */
public record Turn(
    String sessionId,
    String instructions,
    boolean ownInstructions,
    List<JsonNode> items,
    List<OfferedTool> tools,
    boolean toolRequired,
    JsonNode metadata) {

  /** Lists are copied. */
  public Turn {
    items = List.copyOf(items);
    tools = List.copyOf(tools);
  }

  /** The newest text of the user, typed or transcribed; empty if there is none. */
  public Optional<String> userText() {
    return last("user").map(Turn::textOf);
  }

  /** The newest item of a role, if there is one. */
  public Optional<JsonNode> last(String role) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (role.equals(items.get(i).path("role").asString(""))) {
        return Optional.of(items.get(i));
      }
    }
    return Optional.empty();
  }

  /** The function call that an output belongs to, if there is one. */
  public Optional<JsonNode> callOf(JsonNode output) {
    String callId = output.path("call_id").asString("");
    return items.stream()
        .filter(item -> "function_call".equals(item.path("type").asString("")))
        .filter(item -> callId.equals(item.path("call_id").asString("")))
        .findFirst();
  }

  /** The outputs of tools that came after the last message of the assistant, in order. */
  public List<JsonNode> newOutputs() {
    int from = 0;
    for (int i = 0; i < items.size(); i++) {
      if ("assistant".equals(items.get(i).path("role").asString(""))) {
        from = i + 1;
      }
    }
    return items.subList(from, items.size()).stream()
        .filter(item -> "function_call_output".equals(item.path("type").asString("")))
        .toList();
  }

  /** The text of a message: texts and transcripts, joined by spaces. */
  public static String textOf(JsonNode message) {
    StringBuilder joined = new StringBuilder();
    for (JsonNode part : message.path("content")) {
      String text = part.path("text").asString(part.path("transcript").asString(""));
      if (!text.isBlank()) {
        joined.append(joined.isEmpty() ? "" : " ").append(text.strip());
      }
    }
    return joined.toString();
  }
}
