package dev.parlando.tool;

import java.util.List;

/**
 * The tools of one annotated class. The annotation processor generates the implementation.
 *
 * <p>Implementations are immutable and safe for use by many threads and sessions at once, as far as
 * the annotated class is.
 */
public interface ToolSet {

  /** The configuration of the {@code @VoiceAgent}; {@link AgentProfile#NONE} without one. */
  default AgentProfile agent() {
    return AgentProfile.NONE;
  }

  /** The definitions, in the order the methods are declared. */
  List<ToolDefinition> definitions();

  /**
   * The arguments of a call as they may be shown: of a tool with {@code @Sensitive} parameters,
   * only what is known not to be sensitive.
   *
   * @param call a call of any tool, valid or not
   */
  default String masked(ToolCall call) {
    return call.arguments();
  }

  /**
   * Decodes and checks the arguments of a call, without running the tool. It does not block.
   *
   * @param call a call whose name is that of one of the {@link #definitions()}
   * @param options how to decode
   * @return the call, ready to run once
   * @throws InvalidArgumentsException if the arguments don't fit the tool, with all violations
   * @throws IllegalArgumentException if the name is not one of this tool set
   */
  ToolInvocation prepare(ToolCall call, ArgumentOptions options) throws InvalidArgumentsException;
}
