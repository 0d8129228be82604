package dev.parlando.processor.model;

import java.util.List;

/**
 * A sealed interface of records.
 *
 * @param tag the property that holds which variant an object is
 */
public record UnionModel(
    String id,
    JavaType.ClassType javaType,
    String description,
    String tag,
    List<Variant> variants,
    Origin origin)
    implements DeclaredModel {

  /** Keeps an immutable copy. */
  public UnionModel {
    variants = List.copyOf(variants);
  }

  /**
   * One of the records.
   *
   * @param name the value of the tag
   * @param type the record
   */
  public record Variant(String name, TypeModel.Declared type) {}
}
