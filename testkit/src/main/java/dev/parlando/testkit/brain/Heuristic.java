package dev.parlando.testkit.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Answers by comparing words: calls the tool whose name, description and arguments have most in
 * common with what the user said, and says what the tool put out. It is no language model and says
 * so where it has no tool for something. The same conversation always gets the same answer.
 *
 * <p>Thread-safe; serves any number of sessions.
 */
public final class Heuristic implements Brain {

  private static final String QUESTION = "I need one more thing to ";
  private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"”»]+)[\"”»]");

  /** A new brain; one is enough for a server. */
  public Heuristic() {}

  @Override
  public Reply reply(Turn turn) {
    if (turn.toolRequired() && !turn.tools().isEmpty()) {
      return answer(turn, turn.userText().orElse(""));
    }
    List<JsonNode> outputs = turn.newOutputs();
    if (!outputs.isEmpty()) {
      return Reply.saying(
          outputs.stream().map(output -> speak(turn, output)).collect(Collectors.joining(" ")));
    }
    Optional<JsonNode> newest = newestMessage(turn);
    String role = newest.map(message -> message.path("role").asString("")).orElse("");
    if (turn.ownInstructions() && !role.equals("user")) {
      return Reply.saying(quoted(turn.instructions()).orElse("One moment, please."));
    }
    if (role.equals("user")) {
      return answer(turn, Turn.textOf(newest.orElseThrow()));
    }
    if (role.equals("system")) {
      return Reply.saying(Turn.textOf(newest.orElseThrow()));
    }
    return Reply.saying(role.isEmpty() ? introduction(turn) : "I have nothing to add.");
  }

  private static Optional<JsonNode> newestMessage(Turn turn) {
    return turn.items().stream()
        .filter(item -> "message".equals(item.path("type").asString("")))
        .reduce((first, second) -> second);
  }

  private static String speak(Turn turn, JsonNode output) {
    Optional<JsonNode> call = turn.callOf(output);
    return OutputSpeaker.sentence(
        call.map(each -> each.path("name").asString("")).orElse("tool"),
        call.map(each -> each.path("arguments").asString("")).orElse("{}"),
        output.path("output").asString(""));
  }

  private static Optional<String> quoted(String text) {
    Matcher matcher = QUOTED.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Reply answer(Turn turn, String text) {
    if (text.isBlank() && !turn.toolRequired()) {
      return Reply.saying(
          "I got your audio, but I am only a local stand-in and can't transcribe speech. Please type.");
    }
    CallPlanner planner = new CallPlanner(turn.tools());
    List<CallPlanner.Planned> calls = planner.plan(openQuestion(turn, text), turn.toolRequired());
    if (calls.isEmpty()) {
      return Reply.saying(introduction(turn));
    }
    Reply reply = Reply.NOTHING;
    List<String> questions = new ArrayList<>();
    for (CallPlanner.Planned call : calls) {
      if (call.missing().isEmpty() || turn.toolRequired()) {
        reply = reply.call(call.tool().name(), call.arguments().toString());
      } else {
        questions.add(question(call));
      }
    }
    return reply.steps().isEmpty() ? Reply.saying(String.join(" ", questions)) : reply;
  }

  private static String question(CallPlanner.Planned call) {
    List<String> names = call.missing().stream().map(name -> "the " + Words.spoken(name)).toList();
    return QUESTION + Words.action(call.tool().name()) + ": " + Words.enumerate(names) + ".";
  }

  /** What the user said, together with what came before the question that it answers. */
  private static String openQuestion(Turn turn, String text) {
    List<JsonNode> messages =
        turn.items().stream()
            .filter(item -> "message".equals(item.path("type").asString("")))
            .toList();
    int size = messages.size();
    boolean asked = size >= 3 && Turn.textOf(messages.get(size - 2)).startsWith(QUESTION);
    return asked ? Turn.textOf(messages.get(size - 3)) + " for " + text : text;
  }

  private static String introduction(Turn turn) {
    String start = "I am a local stand-in and not a language model. ";
    if (turn.tools().isEmpty()) {
      return start + "I have no tools, so there is nothing I can do.";
    }
    return start
        + "I can "
        + Words.enumerate(turn.tools().stream().map(tool -> Words.action(tool.name())).toList())
        + ".";
  }
}
