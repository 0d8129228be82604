package dev.parlando.tool;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answers. Methods that return plain values never see it; generated code makes it. A
 * method returns it itself to control what happens next.
 */
public final class ToolResult {

  private static final ToolResult NONE = new ToolResult("Done.", null, true);

  private final String output;
  private final @Nullable CompletionStage<ToolResult> stage;
  private final boolean reply;

  private ToolResult(String output, @Nullable CompletionStage<ToolResult> stage, boolean reply) {
    this.output = output;
    this.stage = stage;
    this.reply = reply;
  }

  /** An answer in plain text; it goes out as it is. */
  public static ToolResult text(String text) {
    return new ToolResult(text, null, true);
  }

  /** An answer in JSON; it goes out as it is. */
  public static ToolResult json(String json) {
    return new ToolResult(json, null, true);
  }

  /** The answer of a tool that has nothing to say: a short neutral text. */
  public static ToolResult none() {
    return NONE;
  }

  /** An answer that is known later. The call stays open, and no thread waits, until then. */
  public static ToolResult later(CompletionStage<ToolResult> stage) {
    return new ToolResult("", stage, true);
  }

  /** The same answer, after which the model is not asked to speak. */
  public ToolResult withoutReply() {
    return new ToolResult(output, stage, false);
  }

  /** The text for the model; empty while the answer is known later. */
  public String output() {
    return output;
  }

  /** The answer to come, of a result made by {@link #later}. */
  public Optional<CompletionStage<ToolResult>> stage() {
    return Optional.ofNullable(stage);
  }

  /** Whether the model is asked to speak after the answer. */
  public boolean reply() {
    return reply;
  }

  @Override
  public String toString() {
    return stage == null ? "ToolResult[" + output.length() + " characters]" : "ToolResult[later]";
  }
}
