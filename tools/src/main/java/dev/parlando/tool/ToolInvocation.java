package dev.parlando.tool;

/** A call whose arguments are decoded and found valid. */
@FunctionalInterface
public interface ToolInvocation {

  /**
   * Runs the tool on the calling thread.
   *
   * @param context facts about the call, its cancellation and deadline
   * @return what the tool answers
   * @throws Exception whatever the tool throws; a {@link ToolException} carries text for the model
   */
  ToolResult invoke(ToolContext context) throws Exception;
}
