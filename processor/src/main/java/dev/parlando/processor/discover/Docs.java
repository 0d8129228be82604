package dev.parlando.processor.discover;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Where descriptions come from, if no annotation has them. */
final class Docs {

  private final Lang lang;

  Docs(Lang lang) {
    this.lang = lang;
  }

  /** The text of an element's own comment; never ask for a component of a record. */
  JavadocText of(Element element) {
    String comment = lang.elements().getDocComment(element);
    return comment == null ? JavadocText.NONE : JavadocText.parse(comment);
  }

  /** What a record's comment says of a component. */
  String ofComponent(TypeElement type, String component) {
    return of(type).parameters().getOrDefault(component, "");
  }
}
