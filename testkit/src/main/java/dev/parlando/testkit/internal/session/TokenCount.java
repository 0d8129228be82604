package dev.parlando.testkit.internal.session;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts tokens: four characters are one, as are 100 ms of input audio and 50 ms of output audio.
 */
final class TokenCount {

  private int inputText;
  private int inputAudio;
  private int outputText;
  private double spokenMillis;

  /** What the model would have read. */
  void read(ResponseSettings settings, List<ConversationItem> items) {
    inputText += tokens(settings.instructions());
    for (JsonNode tool : settings.tools()) {
      inputText += tokens(tool.toString());
    }
    for (ConversationItem item : items) {
      if (item.isMessageOf("assistant")) {
        inputAudio += (int) Math.ceil(item.audioMillis() / 50);
      } else {
        inputAudio += (int) Math.ceil(item.audioMillis() / 100);
      }
      inputText += tokens(text(item.node()));
    }
  }

  private static String text(JsonNode item) {
    StringBuilder text = new StringBuilder();
    text.append(Json.text(item, "arguments")).append(Json.text(item, "output"));
    for (JsonNode part : item.path("content")) {
      text.append(Json.text(part, "text")).append(Json.text(part, "transcript"));
    }
    return text.toString();
  }

  void wrote(String text) {
    outputText += tokens(text);
  }

  void spoke(double millis) {
    spokenMillis += millis;
  }

  int outputTokens() {
    return outputText + outputAudio();
  }

  int totalTokens() {
    return inputText + inputAudio + outputTokens();
  }

  private int outputAudio() {
    return (int) Math.ceil(spokenMillis / 50);
  }

  ObjectNode toJson() {
    ObjectNode usage =
        Json.object()
            .put("total_tokens", totalTokens())
            .put("input_tokens", inputText + inputAudio)
            .put("output_tokens", outputTokens());
    ObjectNode input =
        usage
            .putObject("input_token_details")
            .put("text_tokens", inputText)
            .put("audio_tokens", inputAudio)
            .put("image_tokens", 0)
            .put("cached_tokens", 0);
    input
        .putObject("cached_tokens_details")
        .put("text_tokens", 0)
        .put("audio_tokens", 0)
        .put("image_tokens", 0);
    usage
        .putObject("output_token_details")
        .put("text_tokens", outputText)
        .put("audio_tokens", outputAudio());
    return usage;
  }

  private static int tokens(String text) {
    return (text.length() + 3) / 4;
  }
}
