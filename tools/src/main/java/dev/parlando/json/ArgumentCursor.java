package dev.parlando.json;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.Repair;
import dev.parlando.tool.Violation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Where the reading of one call's arguments stands, and what was noted on the way. */
final class ArgumentCursor {

  private final String toolName;
  private final ArgumentOptions options;
  private final JsonParser parser;

  private @Nullable ArgumentNotes notes;
  private @Nullable ObjectScope scope;

  /** The object that was left last. */
  private @Nullable ObjectScope left;

  /** Whether the last value read is one that can be checked. */
  private boolean checkable;

  ArgumentCursor(String toolName, ArgumentOptions options, JsonParser parser) {
    this.toolName = toolName;
    this.options = options;
    this.parser = parser;
  }

  JsonParser parser() {
    return parser;
  }

  boolean lenient() {
    return options.lenient();
  }

  /** Whether null may stand for what is left out; noted as a repair unless the schema says so. */
  boolean takesNull() {
    if (options.strict()) {
      return true;
    }
    if (options.lenient()) {
      repaired(Repair.Kind.NULL_PROPERTY);
    }
    return options.lenient();
  }

  Clock clock() {
    return options.clock();
  }

  /** The object where the cursor stands. */
  ObjectScope object() {
    ObjectScope current = scope;
    if (current == null) {
      throw new IllegalStateException("not in an object");
    }
    return current;
  }

  void enter(ObjectShape shape) {
    ObjectScope outer = scope;
    ObjectScope entered = outer == null ? new ObjectScope(null, shape) : outer.inner(shape);
    entered.begin(parser.streamReadContext().getNestingDepth(), violationCount());
    scope = entered;
  }

  /** Leaves the object; it can be checked if nothing in it was wrong. */
  void leave() {
    ObjectScope object = object();
    scope = object.outer;
    left = object;
    checkable = violationCount() == object.violationsBefore;
  }

  boolean isCheckable() {
    return checkable;
  }

  void checkable() {
    checkable = true;
  }

  void uncheckable() {
    checkable = false;
  }

  int violationCount() {
    return notes == null ? 0 : notes.count();
  }

  List<Violation> violations() {
    return notes == null ? List.of() : notes.violations();
  }

  void repaired(Repair.Kind kind) {
    options.repairListener().repaired(new Repair(toolName, path(), kind));
  }

  /** Notes that the value can't be read at all, and skips it. */
  void mismatch(String expected) {
    violation(parser.hasToken(JsonToken.VALUE_NULL) ? "must not be null" : "must be " + expected);
    skip();
  }

  /** Notes that the value was read but means nothing. */
  void unusable(String message) {
    violation(message);
    uncheckable();
  }

  void skip() {
    parser.skipChildren();
    uncheckable();
  }

  void violation(String message) {
    notes().add(path(), message);
  }

  /** Notes what is wrong with a property of the object where the cursor stands. */
  void violation(String property, String message) {
    notes().add(ArgumentPath.of(parser.streamReadContext(), scope, property), message);
  }

  /**
   * Notes that the object just left could not be made of what was in it.
   *
   * @param reason why, as its constructor says, which may tell of sensitive values
   */
  void refused(@Nullable String reason) {
    boolean inside = scope != null && scope.isSensitive();
    boolean sensitive = inside || (left != null && left.shape.hasSensitive());
    violation(reason == null || sensitive ? "is not valid" : reason);
  }

  private String path() {
    return ArgumentPath.of(parser.streamReadContext(), scope);
  }

  private ArgumentNotes notes() {
    if (notes == null) {
      notes = new ArgumentNotes();
    }
    return notes;
  }
}
