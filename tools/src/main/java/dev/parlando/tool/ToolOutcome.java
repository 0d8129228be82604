package dev.parlando.tool;

import java.util.List;
import java.util.stream.Collectors;

/** How a call that was {@linkplain ToolRunner run} ended. Immutable. */
public sealed interface ToolOutcome {

  /** The text for the model. */
  String output();

  /**
   * The tool returned.
   *
   * @param result the result, known by now: it has no {@linkplain ToolResult#stage stage}
   */
  record Returned(ToolResult result) implements ToolOutcome {

    @Override
    public String output() {
      return result.output();
    }
  }

  /**
   * The tool did not run, because the arguments don't fit it.
   *
   * @param violations what is wrong, at least one, in the order of the arguments
   */
  record Invalid(List<Violation> violations) implements ToolOutcome {

    @Override
    public String output() {
      return "The arguments don't fit. "
          + violations.stream().map(Violation::toString).collect(Collectors.joining("; "))
          + ". Correct them and call again.";
    }
  }

  /**
   * The tool threw a {@link ToolException}, to tell the model what went wrong.
   *
   * @param output the exception's message
   * @param cause the exception, for a log
   */
  record Refused(String output, ToolException cause) implements ToolOutcome {}

  /**
   * The tool threw anything else, of which the model learns nothing but the reference.
   *
   * @param cause what it threw, for a log
   * @param reference a short random text, the same in the output and in a log
   */
  record Failed(Throwable cause, String reference) implements ToolOutcome {

    @Override
    public String output() {
      return "The tool failed. Reference: " + reference + ".";
    }
  }
}
