package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.ToneEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A message of the assistant, as audio with a transcript or as text. */
final class MessageOutput extends StreamedItem {

  /** Together with the blanks before it, so that the deltas add up to the text. */
  private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

  /** Bytes of audio in one delta: 16 kB of base64. */
  private static final int CHUNK = 12_000;

  private final List<String> words;
  private final boolean audible;
  private final AudioEncoding encoding;
  private final StringBuilder said = new StringBuilder();
  private int next;

  /**
   * @param last whether no call follows in the response
   */
  MessageOutput(ResponseRun response, String text, boolean last, SessionContext session) {
    super(response, message(last, session));
    this.words = WORD.matcher(text).results().map(MatchResult::group).toList();
    this.audible = response.settings().audible();
    this.encoding = response.settings().encoding();
  }

  /** Newer models report whether a message is the answer or only leads to one. */
  private static ObjectNode message(boolean last, SessionContext session) {
    ObjectNode message =
        Json.object()
            .put("id", session.ids().next("item"))
            .put("type", "message")
            .put("status", "in_progress")
            .put("role", "assistant");
    message.putArray("content");
    if (session.config().model().startsWith("gpt-realtime-2.")) {
      message.put("phase", last ? "final_answer" : "commentary");
    }
    return message;
  }

  @Override
  int parts() {
    return words.size();
  }

  @Override
  void begin() {
    ObjectNode event = event("response.content_part.added").put("content_index", 0);
    event.set("part", part());
    response().send(event);
  }

  @Override
  boolean hasMore() {
    return next < words.size();
  }

  @Override
  double stream() {
    String word = words.get(next++);
    said.append(word);
    response().usage().wrote(word);
    response()
        .send(
            event(audible ? "response.output_audio_transcript.delta" : "response.output_text.delta")
                .put("content_index", 0)
                .put("delta", word));
    return audible ? sendAudio(word) : 0;
  }

  private double sendAudio(String word) {
    byte[] audio = ToneEncoder.speak(word, encoding);
    item().clip(0, encoding).append(audio);
    double millis = encoding.millis(audio.length);
    response().usage().spoke(millis);
    for (int from = 0; from < audio.length; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + CHUNK));
      response()
          .send(
              event("response.output_audio.delta")
                  .put("content_index", 0)
                  .put("delta", Base64.getEncoder().encodeToString(chunk)));
    }
    return millis;
  }

  @Override
  void finish() {
    String text = said.toString();
    if (audible) {
      response().send(event("response.output_audio.done").put("content_index", 0));
      response()
          .send(
              event("response.output_audio_transcript.done")
                  .put("content_index", 0)
                  .put("transcript", text));
    } else {
      response().send(event("response.output_text.done").put("content_index", 0).put("text", text));
    }
    ObjectNode event = event("response.content_part.done").put("content_index", 0);
    event.set("part", part());
    response().send(event);
    item()
        .node()
        .withArray("content")
        .addObject()
        .put("type", audible ? "output_audio" : "output_text")
        .put(audible ? "transcript" : "text", text);
  }

  private ObjectNode part() {
    return Json.object()
        .put("type", audible ? "audio" : "text")
        .put(audible ? "transcript" : "text", said.toString());
  }
}
