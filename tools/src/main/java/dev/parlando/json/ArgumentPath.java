package dev.parlando.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Where a parser stands, as {@code order.items[2].price}. Built only when something is wrong. */
final class ArgumentPath {

  private ArgumentPath() {}

  /**
   * The path of the value at a parser, or of the sensitive value that it is inside of.
   *
   * @param scope the object being read
   */
  static String of(TokenStreamContext context, @Nullable ObjectScope scope) {
    StringBuilder path = new StringBuilder();
    append(context, shownDepth(scope), path);
    return path.toString();
  }

  /** The path of a property of the object at a parser. */
  static String of(TokenStreamContext context, @Nullable ObjectScope scope, String property) {
    StringBuilder path = new StringBuilder();
    int maxDepth = shownDepth(scope);
    append(context, maxDepth, path);
    if (context.getNestingDepth() < maxDepth) {
      appendName(path, property);
    }
    return path.toString();
  }

  /** How deep a path may go without telling what is in a sensitive value. */
  private static int shownDepth(@Nullable ObjectScope scope) {
    return scope == null || !scope.isSensitive() ? Integer.MAX_VALUE : scope.sensitiveDepth();
  }

  private static void append(TokenStreamContext context, int maxDepth, StringBuilder path) {
    TokenStreamContext parent = context.getParent();
    if (parent != null) {
      append(parent, maxDepth, path);
    }
    if (context.getNestingDepth() > maxDepth) {
      return;
    }
    if (context.inObject() && context.hasCurrentName()) {
      appendName(path, context.currentName());
    } else if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    }
  }

  private static void appendName(StringBuilder path, String name) {
    if (path.length() > 0) {
      path.append('.');
    }
    path.append(name);
  }
}
