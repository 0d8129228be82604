package dev.parlando.processor.model;

/**
 * A record of one component that travels as that component alone.
 *
 * @param accessor the component's name
 * @param value the component
 */
public record WrapperModel(
    String id,
    JavaType.ClassType javaType,
    String description,
    String accessor,
    ValueModel value,
    Origin origin)
    implements DeclaredModel {}
