package dev.parlando.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The tools of one annotated class.
 *
 * @param agent the annotated class
 * @param isPublic whether other packages can use it
 * @param profile the values of {@code @VoiceAgent}, if the class has it
 * @param arguments the types that arguments are made of
 * @param results the types that results are made of
 * @param origin the annotated class
 */
public record ToolSetModel(
    JavaType.ClassType agent,
    boolean isPublic,
    Optional<ProfileModel> profile,
    List<ToolModel> tools,
    TypeTable arguments,
    TypeTable results,
    Origin origin) {

  /** Keeps an immutable copy. */
  public ToolSetModel {
    tools = List.copyOf(tools);
  }

  /** The generated class, beside the annotated one. */
  public JavaType.ClassType generated() {
    return JavaType.ClassType.of(
        agent.packageName(), String.join("_", agent.simpleNames()) + "Tools");
  }

  /** The values of {@code @VoiceAgent}. */
  public record ProfileModel(String instructions, String voice, String model, Origin origin) {}
}
