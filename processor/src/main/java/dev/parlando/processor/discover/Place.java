package dev.parlando.processor.discover;

import dev.parlando.processor.model.Origin;
import javax.lang.model.element.Element;

/**
 * How a reader came to where it is. It goes from the tool into its types, so that a fault deep in a
 * record names the tool that it hurts.
 *
 * @param element the nearest element that compilers have a position for
 * @param subject the class or method that is read
 * @param root its name
 * @param inside the way from there, as {@code order.items[].price}
 */
record Place(Element element, Element subject, String root, String inside) {

  static Place of(Element element, String root) {
    return new Place(element, element, root, "");
  }

  /** A component or parameter of this. */
  Place at(Element element, String name) {
    return new Place(element, subject, root, inside.isEmpty() ? name : inside + "." + name);
  }

  /** The elements of this. */
  Place elements() {
    return new Place(element, subject, root, inside + "[]");
  }

  /** Another element, on the same way. */
  Place on(Element element) {
    return new Place(element, subject, root, inside);
  }

  Origin origin() {
    return new ElementOrigin(element, null, subject, path());
  }

  Origin origin(Annotation annotation) {
    return new ElementOrigin(element, annotation.mirror(), subject, path());
  }

  int depth() {
    int depth = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      depth += c == '.' || c == '[' ? 1 : 0;
    }
    return depth;
  }

  private String path() {
    return inside.isEmpty() ? root : root + "(" + inside + ")";
  }
}
