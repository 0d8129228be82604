package dev.parlando.tool;

/**
 * The configuration that a {@code @VoiceAgent} class carries. An empty text means that the class
 * does not say.
 *
 * @param instructions what the model is told about its task and manner
 * @param voice the voice that answers
 * @param model the model to talk to
 */
public record AgentProfile(String instructions, String voice, String model) {

  /** Says nothing. */
  public static final AgentProfile NONE = new AgentProfile("", "", "");
}
