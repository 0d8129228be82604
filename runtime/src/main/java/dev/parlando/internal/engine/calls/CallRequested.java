package dev.parlando.internal.engine.calls;

/**
 * The model asks for a call, with whole arguments.
 *
 * @param id ours, which no other call of the session has
 * @param name the tool
 * @param arguments JSON text as the model wrote it
 * @param responseId the response that asks, under an id that no other response of the session has
 */
public record CallRequested(String id, String name, String arguments, String responseId) {

  @Override
  public String toString() {
    return "CallRequested[" + id + ", " + name + "]";
  }
}
