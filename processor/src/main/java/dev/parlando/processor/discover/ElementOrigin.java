package dev.parlando.processor.discover;

import dev.parlando.processor.model.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the source something was read.
 *
 * @param element the nearest element that compilers know a line of
 * @param annotation the annotation on it that is meant, if one is
 * @param subject the annotated class or method that led there
 */
public record ElementOrigin(
    Element element, @Nullable AnnotationMirror annotation, Element subject, String path)
    implements Origin {}
