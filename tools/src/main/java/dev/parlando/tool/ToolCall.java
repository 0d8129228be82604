package dev.parlando.tool;

/**
 * A call as the model made it. Its text form shows no arguments.
 *
 * @param callId the server's id of the call, echoed with its output
 * @param name the tool's name
 * @param arguments the arguments as JSON text, not checked yet
 */
public record ToolCall(String callId, String name, String arguments) {

  @Override
  public String toString() {
    return "ToolCall[" + callId + ", " + name + ", " + arguments.length() + " characters]";
  }
}
