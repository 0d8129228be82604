package dev.parlando.testkit.brain;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scripts from text: one paragraph a response. */
final class ScriptReader {

  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\s+(.*\\S))?\\s*");
  private static final Pattern CALL = Pattern.compile("(\\S+)(?:\\s+(.*))?");

  private final Script script = new Script();
  private Reply reply = Reply.NOTHING;
  private String text = "";
  private String output = "";

  private ScriptReader() {}

  /**
   * Parses a script.
   *
   * @throws IllegalArgumentException if it is none; the message names the line
   */
  static Script parse(String source) {
    ScriptReader reader = new ScriptReader();
    int number = 0;
    for (String line : source.lines().toList()) {
      number++;
      if (line.isBlank()) {
        reader.endParagraph();
      } else if (!line.startsWith("#")) {
        reader.line(line, number);
      }
    }
    reader.endParagraph();
    return reader.script;
  }

  private void line(String line, int number) {
    Matcher matcher = LINE.matcher(line);
    String keyword = matcher.matches() ? matcher.group(1) : "";
    String rest = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("line " + number + " needs a keyword and a text: " + line);
    }
    switch (keyword) {
      case "transcribes" -> script.transcribes(rest);
      case "text" -> text = rest;
      case "output" -> output = rest;
      case "says" -> reply = reply.say(rest);
      case "calls" -> reply = call(rest);
      case "pause" -> reply = reply.pause(millis(rest, number));
      case "fail" -> {
        String[] parts = rest.split("\\s+", 2);
        reply = reply.fail(parts[0], parts.length > 1 ? parts[1] : parts[0]);
      }
      default ->
          throw new IllegalArgumentException(
              "line "
                  + number
                  + " begins with '"
                  + keyword
                  + "'; the keywords are transcribes, text, output, says, calls, pause and fail");
    }
  }

  private Reply call(String rest) {
    Matcher call = CALL.matcher(rest);
    String arguments = call.matches() && call.group(2) != null ? call.group(2) : "{}";
    return reply.call(call.group(1), arguments);
  }

  private static Duration millis(String text, int number) {
    if (!text.matches("\\d{1,8}")) {
      throw new IllegalArgumentException("line " + number + " needs a number of ms, not " + text);
    }
    return Duration.ofMillis(Long.parseLong(text));
  }

  private void endParagraph() {
    if (!reply.steps().isEmpty()) {
      if (!output.isEmpty()) {
        script.answersOutput(output, reply);
      } else if (!text.isEmpty()) {
        script.answersText(text, reply);
      } else {
        script.answers(reply);
      }
    }
    reply = Reply.NOTHING;
    text = "";
    output = "";
  }
}
