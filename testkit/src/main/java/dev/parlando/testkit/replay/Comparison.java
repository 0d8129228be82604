package dev.parlando.testkit.replay;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import dev.parlando.testkit.replay.RecordedConversation.Call;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what differs between two conversations; of JSON, only what it means counts. */
final class Comparison {

  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  static List<Difference> of(RecordedConversation before, RecordedConversation after) {
    Comparison comparison = new Comparison();
    comparison.calls(before.calls(), after.calls());
    comparison.replies(before.replies(), after.replies());
    return comparison.differences;
  }

  /** Calls of the same tool stand for each other as far as their order allows. */
  private void calls(List<Call> before, List<Call> after) {
    List<String> namesBefore = before.stream().map(Call::tool).toList();
    List<String> namesAfter = after.stream().map(Call::tool).toList();
    for (AbstractDelta<String> delta : DiffUtils.diff(namesBefore, namesAfter, true).getDeltas()) {
      int i = delta.getSource().getPosition();
      int j = delta.getTarget().getPosition();
      if (delta.getType() == DeltaType.EQUAL) {
        for (int k = 0; k < delta.getSource().size(); k++) {
          call(i + k + 1, before.get(i + k), after.get(j + k));
        }
        continue;
      }
      for (Call gone : before.subList(i, i + delta.getSource().size())) {
        add(Difference.Kind.CALL, where(++i, gone), gone.tool() + " " + gone.arguments(), "");
      }
      for (Call made : after.subList(j, j + delta.getTarget().size())) {
        add(Difference.Kind.CALL, where(++j, made), "", made.tool() + " " + made.arguments());
      }
    }
  }

  private static String where(int number, Call call) {
    return "call " + number + ", " + call.tool();
  }

  private void call(int number, Call before, Call after) {
    String where = where(number, before);
    add(Difference.Kind.ARGUMENTS, where, before.arguments(), after.arguments());
    String outputBefore = before.output() == null ? "" : before.output();
    add(Difference.Kind.OUTPUT, where, outputBefore, after.output() == null ? "" : after.output());
  }

  private void replies(List<String> before, List<String> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      add(
          Difference.Kind.REPLY,
          "reply " + (i + 1),
          i < before.size() ? before.get(i) : "",
          i < after.size() ? after.get(i) : "");
    }
  }

  private void add(Difference.Kind kind, String where, String before, String after) {
    if (!same(before, after)) {
      differences.add(new Difference(kind, where, before, after));
    }
  }

  private static boolean same(String before, String after) {
    if (before.equals(after)) {
      return true;
    }
    try {
      JsonNode one = JsonMapper.shared().readTree(before);
      return one.isContainer() && one.equals(JsonMapper.shared().readTree(after));
    } catch (JacksonException e) {
      return false;
    }
  }
}
