package dev.parlando.processor.discover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** The annotations of one declaration. */
final class Annotations implements Iterable<Annotation> {

  static final Annotations NONE = new Annotations(Set.of());

  /** The value that compilers make of a constant of a class that is not there. */
  private static final String UNRESOLVED = "<error>";

  private final Set<Annotation> all;

  private Annotations(Set<Annotation> all) {
    this.all = all;
  }

  /**
   * The annotations of constructs that mean the same thing: a component of a record, say, with its
   * field, accessor and type, among which compilers spread them differently.
   */
  static Annotations of(Lang lang, AnnotatedConstruct... constructs) {
    Set<Annotation> all = new LinkedHashSet<>();
    for (AnnotatedConstruct construct : constructs) {
      try {
        for (AnnotationMirror mirror : construct.getAnnotationMirrors()) {
          if (mirror.getAnnotationType().getKind() == TypeKind.ERROR
              && construct instanceof Element element
              && lang.isSource(element)) {
            throw new UnresolvedTypeException(mirror.getAnnotationType().toString());
          }
          addFlat(read(lang, mirror), all);
        }
      } catch (UnresolvedTypeException e) {
        throw construct instanceof Element element ? e.usedBy(element) : e;
      }
    }
    return all.isEmpty() ? NONE : new Annotations(all);
  }

  /** These, and others. */
  Annotations and(Annotations others) {
    return others.all.isEmpty() ? this : and(others.all);
  }

  /** These, and others. */
  Annotations and(Collection<Annotation> others) {
    if (others.isEmpty()) {
      return this;
    }
    Set<Annotation> sum = new LinkedHashSet<>(all);
    sum.addAll(others);
    return new Annotations(sum);
  }

  /** These, but for those that are among others. */
  Annotations without(Annotations others) {
    Set<Annotation> rest = new LinkedHashSet<>(all);
    rest.removeAll(others.all);
    return new Annotations(rest);
  }

  @Override
  public Iterator<Annotation> iterator() {
    return all.iterator();
  }

  List<Annotation> list() {
    return List.copyOf(all);
  }

  Optional<Annotation> find(String qualifiedName) {
    for (Annotation annotation : all) {
      if (annotation.name().equals(qualifiedName)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  boolean has(String qualifiedName) {
    return find(qualifiedName).isPresent();
  }

  /** Whether there is an annotation of that name in whatever package. */
  boolean hasNamed(String simpleName) {
    for (Annotation annotation : all) {
      if (annotation.simpleName().equals(simpleName)) {
        return true;
      }
    }
    return false;
  }

  /** A repeated annotation counts as its repetitions. */
  private static void addFlat(Annotation annotation, Set<Annotation> all) {
    Object value = annotation.values().get("value");
    if (annotation.values().size() == 1
        && value instanceof List<?> list
        && !list.isEmpty()
        && list.get(0) instanceof Annotation) {
      for (Object each : list) {
        all.add((Annotation) each);
      }
    } else {
      all.add(annotation);
    }
  }

  private static Annotation read(Lang lang, AnnotationMirror mirror) {
    TypeElement type = Lang.element(mirror.getAnnotationType());
    Map<String, Object> values = new TreeMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        lang.elements().getElementValuesWithDefaults(mirror).entrySet()) {
      values.put(each.getKey().getSimpleName().toString(), value(lang, each.getValue()));
    }
    return new Annotation(type.getQualifiedName().toString(), values, mirror);
  }

  /** A plain value. A constant that does not exist (yet) is waited for as a type is. */
  private static Object value(Lang lang, AnnotationValue value) {
    if (isUnresolved(value)) {
      throw new UnresolvedTypeException("that a value of an annotation is taken from");
    }
    return value.accept(new ValueReader(lang), null);
  }

  /**
   * Whether a value is what compilers put in the place of a name that they don't know. To {@code
   * javac} the text in quotes is one that was written so; ecj makes no difference.
   */
  private static boolean isUnresolved(AnnotationValue value) {
    return UNRESOLVED.equals(value.getValue())
        && (value.toString().equals(UNRESOLVED)
            || value.getClass().getName().startsWith("org.eclipse.jdt."));
  }

  /** Makes plain values of annotation values. */
  private static final class ValueReader extends SimpleAnnotationValueVisitor14<Object, Void>
      implements AnnotationValueVisitor<Object, Void> {

    private final Lang lang;

    ValueReader(Lang lang) {
      this.lang = lang;
    }

    @Override
    protected Object defaultAction(Object value, Void unused) {
      return value;
    }

    @Override
    public Object visitEnumConstant(VariableElement constant, Void unused) {
      return constant.getSimpleName().toString();
    }

    @Override
    public Object visitType(TypeMirror type, Void unused) {
      return JavaTypes.of(type).toString();
    }

    @Override
    public Object visitAnnotation(AnnotationMirror annotation, Void unused) {
      return read(lang, annotation);
    }

    @Override
    public Object visitArray(List<? extends AnnotationValue> values, Void unused) {
      List<Object> list = new ArrayList<>();
      for (AnnotationValue value : values) {
        list.add(value(lang, value));
      }
      return list;
    }
  }
}
