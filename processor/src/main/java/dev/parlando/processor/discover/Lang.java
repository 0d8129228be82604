package dev.parlando.processor.discover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compiler's two views of the program.
 *
 * @param sourceTypes the qualified names of the top-level types that are compiled from source; it
 *     may still grow
 */
public record Lang(Elements elements, Types types, Set<String> sourceTypes) {

  /** Whether an element is compiled from source; else it comes from a class file. */
  boolean isSource(Element element) {
    Element type = element;
    while (type != null && !(type instanceof TypeElement)) {
      type = type.getEnclosingElement();
    }
    return type != null
        && sourceTypes.contains(outermost((TypeElement) type).getQualifiedName().toString());
  }

  /** The element of a class or interface type. */
  static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  /** The type in which a member is declared. */
  public static TypeElement typeAround(Element member) {
    return (TypeElement)
        Objects.requireNonNull(member.getEnclosingElement(), "a member is in something");
  }

  /** The element of a class or interface as it is declared, for which compilers have a position. */
  TypeElement declaration(DeclaredType type) {
    TypeElement element = element(type);
    // Two modules may each have a type of that name.
    ModuleElement module = elements.getModuleOf(element);
    TypeElement declared =
        module == null
            ? elements.getTypeElement(element.getQualifiedName())
            : elements.getTypeElement(module, element.getQualifiedName());
    return declared == null ? element : declared;
  }

  /**
   * The accessor of a component. Looked up by its name: the compilers of Eclipse from 2025-06 to
   * 2025-12 return null for {@link RecordComponentElement#getAccessor}.
   */
  static ExecutableElement accessor(RecordComponentElement component) {
    for (Element member : typeAround(component).getEnclosedElements()) {
      if (member instanceof ExecutableElement method && isAccessor(method, component)) {
        return method;
      }
    }
    throw new IllegalArgumentException("no accessor of " + component);
  }

  /** Whether a member of a record is the accessor of one of its components. */
  static boolean isAccessor(
      ExecutableElement member, List<? extends RecordComponentElement> components) {
    for (RecordComponentElement component : components) {
      if (isAccessor(member, component)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAccessor(ExecutableElement member, RecordComponentElement component) {
    return member.getSimpleName().equals(component.getSimpleName())
        && member.getParameters().isEmpty();
  }

  /** A type and the types around it, from the inside out. */
  static List<TypeElement> nesting(TypeElement type) {
    List<TypeElement> types = new ArrayList<>();
    Element each = type;
    while (each instanceof TypeElement around) {
      types.add(around);
      each = around.getEnclosingElement();
    }
    return types;
  }

  /** The top-level type that a type is, or is inside of. */
  public static TypeElement outermost(TypeElement type) {
    List<TypeElement> nesting = nesting(type);
    return nesting.get(nesting.size() - 1);
  }

  /** The position of a type among the members of the one around it; -1 for a top-level type. */
  static int indexInside(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement around
        ? around.getEnclosedElements().indexOf(type)
        : -1;
  }

  /** Whether a type, by its name, has an annotation. */
  boolean isAnnotated(String type, String annotation) {
    TypeElement element = elements.getTypeElement(type);
    return element != null && Annotations.of(this, element).has(annotation);
  }

  /** A field's type as seen from its class, whose type variables may be bound. */
  TypeMirror typeOf(VariableElement field, DeclaredType owner) {
    // Asking costs some compilers the annotations on the type, so ask only where it matters.
    return owner.getTypeArguments().isEmpty() ? field.asType() : types.asMemberOf(owner, field);
  }

  /** A type as the generic class or interface that it extends, with its type arguments. */
  Optional<DeclaredType> supertype(TypeMirror type, String qualifiedName) {
    if (type instanceof DeclaredType declared
        && element(declared).getQualifiedName().contentEquals(qualifiedName)
        && !declared.getTypeArguments().isEmpty()) {
      return Optional.of(declared);
    }
    for (TypeMirror each : types.directSupertypes(type)) {
      Optional<DeclaredType> found = supertype(each, qualifiedName);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The qualified names of a type and of all that it extends. */
  Set<String> namesOfSupertypes(TypeMirror type) {
    Set<String> names = new HashSet<>();
    addNames(type, names);
    return names;
  }

  private void addNames(TypeMirror type, Set<String> names) {
    if (type instanceof DeclaredType declared
        && names.add(element(declared).getQualifiedName().toString())) {
      types.directSupertypes(type).forEach(each -> addNames(each, names));
    }
  }
}
