package dev.parlando.processor.discover;

import dev.parlando.processor.model.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the source something was read.
 *
 * @param element the nearest element that compilers have a position for
 * @param annotation the annotation on it that is meant, if one is
 * @param subject the annotated class or method that led there
 */
public record ElementOrigin(
    Element element, @Nullable AnnotationMirror annotation, Element subject, String path)
    implements Origin {

  /** Two are equal if they are one place, however a reader came there. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ElementOrigin that
        && element.equals(that.element)
        && annotationType().equals(that.annotationType());
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  private String annotationType() {
    return annotation == null ? "" : JavaTypes.of(annotation.getAnnotationType()).toString();
  }
}
