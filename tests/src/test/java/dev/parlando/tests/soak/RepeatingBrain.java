package dev.parlando.tests.soak;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Turn;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Answers every question with its number, of which every third comes from a tool. What was said
 * already before a connection broke is not said again, as a model would not.
 */
final class RepeatingBrain implements Brain {

  /** One word, so that it is heard whole or not at all. */
  static final Pattern NUMBER = Pattern.compile("n(\\d+)n");

  @Override
  public Reply reply(Turn turn) {
    List<JsonNode> items = turn.items();
    int asked = items.size() - 1;
    while (asked >= 0 && !"user".equals(items.get(asked).path("role").asString(""))) {
      asked--;
    }
    Matcher number = NUMBER.matcher(asked < 0 ? "" : Turn.textOf(items.get(asked)));
    if (!number.find()) {
      return Reply.saying("Which number?");
    }
    List<JsonNode> since = items.subList(asked + 1, items.size());
    if (since.stream().map(Turn::textOf).anyMatch(text -> text.contains(number.group()))) {
      return Reply.saying("That was it.");
    }
    boolean byTool = Long.parseLong(number.group(1)) % 3 == 0;
    boolean called =
        since.stream()
            .anyMatch(item -> "function_call_output".equals(item.path("type").asString("")));
    return byTool && !called
        ? Reply.calling("repeat", "{\"number\":\"" + number.group() + "\"}")
        : Reply.saying(number.group() + " it is.");
  }
}
