package dev.parlando.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record, or the plain parameters of a tool as if they were one.
 *
 * @param properties its components in the order of the constructor
 * @param constraints those on the record as a whole, which only a validator understands
 * @param tag what marks an object as this variant, where it is one of a {@link UnionModel}
 * @param declared whether the application has such a record; else the generator makes a holder for
 *     the parameters
 */
public record RecordModel(
    String id,
    JavaType.ClassType javaType,
    String description,
    List<PropertyModel> properties,
    List<ConstraintModel> constraints,
    Optional<Tag> tag,
    boolean declared,
    Origin origin)
    implements DeclaredModel {

  /** Keeps immutable copies. */
  public RecordModel {
    properties = List.copyOf(properties);
    constraints = List.copyOf(constraints);
  }

  /** The properties that the model sees. */
  public List<PropertyModel> visibleProperties() {
    List<PropertyModel> visible = new ArrayList<>();
    for (PropertyModel property : properties) {
      if (!property.hidden()) {
        visible.add(property);
      }
    }
    return visible;
  }

  /** Whether it has constraints that only a validator understands. */
  boolean needsValidator() {
    boolean needsValidator = !constraints.isEmpty();
    for (PropertyModel property : properties) {
      needsValidator |= property.value().needsValidator();
    }
    return declared && needsValidator;
  }

  /** Whether this stands for a tool without parameters. */
  public boolean isNothing() {
    return !declared && properties.isEmpty();
  }

  /** A property with one value, which marks an object as one variant. */
  public record Tag(String property, String value) {}
}
