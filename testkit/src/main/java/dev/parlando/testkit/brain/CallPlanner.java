package dev.parlando.testkit.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Finds the calls that a text asks for, one or several. */
final class CallPlanner {

  /** A tool with the arguments that were found, and those that were not. */
  record Planned(OfferedTool tool, ObjectNode arguments, List<String> missing) {}

  private static final Pattern CLAUSE_END =
      Pattern.compile("[;.?!]+(?:\\s+|$)|,?\\s+(?:and|then)\\s+|,\\s+", Pattern.CASE_INSENSITIVE);

  private final List<OfferedTool> tools;
  private final ToolMatcher matcher;

  CallPlanner(List<OfferedTool> tools) {
    this.tools = tools;
    this.matcher = new ToolMatcher(tools);
  }

  /**
   * The calls for a text, in its order.
   *
   * @param required whether there must be one, if there is any tool
   */
  List<Planned> plan(String text, boolean required) {
    List<Planned> calls = new ArrayList<>();
    StringBuilder lastClause = new StringBuilder();
    for (String clause : CLAUSE_END.split(text, -1)) {
      if (clause.isBlank()) {
        continue;
      }
      Optional<OfferedTool> own = matcher.best(clause);
      boolean goesOn =
          !calls.isEmpty() && own.map(calls.get(calls.size() - 1).tool()::equals).orElse(true);
      if (goesOn) {
        goOn(calls, lastClause, clause);
      } else if (own.isPresent()) {
        // What was said before the first tool was named may be meant for it.
        String before = calls.isEmpty() ? lastClause.toString() : "";
        lastClause.setLength(0);
        lastClause.append(before).append(clause);
        calls.add(planned(own.get(), lastClause.toString()));
      } else if (calls.isEmpty()) {
        lastClause.append(clause).append(", ");
      }
    }
    if (calls.isEmpty()) {
      Optional<OfferedTool> whole = matcher.best(text);
      if (whole.isEmpty() && required && !tools.isEmpty()) {
        whole = Optional.of(tools.get(0));
      }
      whole.ifPresent(tool -> calls.add(planned(tool, text)));
    }
    return calls;
  }

  /**
   * A clause without a tool of its own: one more call of the same tool if it brings all that is
   * needed, otherwise more arguments of the same call.
   */
  private static void goOn(List<Planned> calls, StringBuilder lastClause, String clause) {
    Planned last = calls.get(calls.size() - 1);
    Planned alone = planned(last.tool(), clause);
    boolean complete =
        alone.missing().isEmpty() && !alone.arguments().isEmpty() && last.missing().isEmpty();
    boolean overlaps = alone.arguments().propertyNames().stream().anyMatch(last.arguments()::has);
    if (complete && overlaps && !hasList(last.tool())) {
      calls.add(alone);
      lastClause.setLength(0);
      lastClause.append(clause);
    } else {
      lastClause.append(", ").append(clause);
      calls.set(calls.size() - 1, planned(last.tool(), lastClause.toString()));
    }
  }

  private static boolean hasList(OfferedTool tool) {
    return tool.parameters()
        .path("properties")
        .valueStream()
        .anyMatch(schema -> "array".equals(schema.path("type").asString("")));
  }

  private static Planned planned(OfferedTool tool, String text) {
    ArgumentFiller.Filled filled = new ArgumentFiller(tool, text).fill();
    return new Planned(tool, filled.arguments(), filled.missing());
  }
}
