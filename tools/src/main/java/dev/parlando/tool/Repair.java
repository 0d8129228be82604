package dev.parlando.tool;

/**
 * A value that did not fit the schema but whose meaning was beyond doubt, so it was taken.
 *
 * @param toolName the tool that was called
 * @param path where, as {@code order.items[2].price}; empty for the arguments as a whole
 * @param kind what was repaired
 */
public record Repair(String toolName, String path, Kind kind) {

  /** What is repaired. */
  public enum Kind {
    /** No text at all where {@code {}} was meant. */
    EMPTY_ARGUMENTS,
    /** Arguments that are a JSON string which holds the JSON. */
    QUOTED_ARGUMENTS,
    /** An explicit {@code null} for a property that may be left out. */
    NULL_PROPERTY,
    /** A number or boolean as text: {@code "3"}, {@code "true"}. */
    QUOTED_VALUE,
    /** An enum value in another case, or with space or hyphen for underscore. */
    ENUM_SPELLING,
    /** An enum value that is unknown, where the enum names a constant for that. */
    ENUM_DEFAULT,
    /** The same element twice where each may stand once. */
    DUPLICATE_ELEMENT,
    /** A single value where an array is wanted. */
    SINGLE_ELEMENT
  }
}
