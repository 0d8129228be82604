package dev.parlando.json;

import tools.jackson.core.TokenStreamContext;

/** Where a parser stands, as {@code order.items[2].price}. Built only when something is wrong. */
final class ArgumentPath {

  private ArgumentPath() {}

  /**
   * The path of the value at a parser.
   *
   * @param maxDepth how deep the path may go; what is below is part of a value that is not shown
   */
  static String of(TokenStreamContext context, int maxDepth) {
    StringBuilder path = new StringBuilder();
    append(context, maxDepth, path);
    return path.toString();
  }

  /** The path of a property of the object at a parser. */
  static String of(TokenStreamContext context, int maxDepth, String property) {
    StringBuilder path = new StringBuilder();
    append(context, maxDepth, path);
    if (context.getNestingDepth() < maxDepth) {
      appendName(path, property);
    }
    return path.toString();
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
