package dev.parlando.processor.model;

/**
 * A record of one component that travels as that component alone.
 *
 * @param accessor the component's name
 * @param value the component
 * @param sensitive whether its value must not be shown
 */
public record WrapperModel(
    String id,
    JavaType.ClassType javaType,
    String description,
    String accessor,
    ValueModel value,
    boolean sensitive,
    Origin origin)
    implements DeclaredModel {}
