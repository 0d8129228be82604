package dev.parlando.processor.model;

/** A type of the application that arguments or results are made of. */
public sealed interface DeclaredModel permits EnumModel, RecordModel, UnionModel, WrapperModel {

  /** Its key in the {@link TypeTable}. */
  String id();

  /** How source code spells it. */
  JavaType.ClassType javaType();

  /** What it is, for the model; empty if it has no description. */
  String description();

  /** Where it is declared. */
  Origin origin();
}
