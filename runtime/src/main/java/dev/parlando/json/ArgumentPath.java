package dev.parlando.json;

import tools.jackson.core.TokenStreamContext;

/** Where a parser stands, as {@code order.items[2].price}. Built only when something is wrong. */
final class ArgumentPath {

  private ArgumentPath() {}

  static String of(TokenStreamContext context) {
    StringBuilder path = new StringBuilder();
    append(context, path);
    return path.toString();
  }

  static String of(TokenStreamContext context, String property) {
    StringBuilder path = new StringBuilder();
    append(context, path);
    appendName(path, property);
    return path.toString();
  }

  private static void append(TokenStreamContext context, StringBuilder path) {
    TokenStreamContext parent = context.getParent();
    if (parent != null) {
      append(parent, path);
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
