package dev.parlando.processor.discover;

import dev.parlando.processor.model.AnnotationNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the annotated methods of a class: first those it inherits, then its own. */
final class ToolMethods {

  private final Lang lang;
  private final Docs docs;
  private final TypeElement agent;
  private final Set<String> visited = new HashSet<>();
  private final List<ExecutableElement> methods = new ArrayList<>();

  private ToolMethods(Lang lang, Docs docs, TypeElement agent) {
    this.lang = lang;
    this.docs = docs;
    this.agent = agent;
  }

  /**
   * The methods of a class that are tools.
   *
   * @throws UnresolvedTypeException if a type is not there yet that the class extends
   */
  static List<ExecutableElement> of(Lang lang, Docs docs, TypeElement agent) {
    ToolMethods found = new ToolMethods(lang, docs, agent);
    found.addFrom(agent);
    return found.methods;
  }

  private void addFrom(TypeElement type) {
    if (!visited.add(type.getQualifiedName().toString())) {
      return;
    }
    for (DeclaredType supertype : supertypes(lang, type)) {
      addFrom(Lang.element(supertype));
    }
    for (ExecutableElement method : declared(type)) {
      boolean isInherited =
          type.equals(agent)
              || type.getKind() != ElementKind.INTERFACE
              || !method.getModifiers().contains(Modifier.STATIC);
      if (isInherited) {
        add(method);
      }
    }
  }

  /** A method that is reached on two ways is one tool: the one whose class is further down. */
  private void add(ExecutableElement method) {
    Optional<ExecutableElement> same = same(method);
    if (same.isEmpty()) {
      methods.add(method);
    } else if (isBelow(method, same.get())) {
      methods.remove(same.get());
      methods.add(method);
    }
  }

  private Optional<ExecutableElement> same(ExecutableElement method) {
    for (ExecutableElement each : methods) {
      if (isSame(each, method)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private boolean isSame(ExecutableElement a, ExecutableElement b) {
    return a.getSimpleName().equals(b.getSimpleName())
        && (lang.types().isSubsignature(asMember(a), asMember(b))
            || lang.types().isSubsignature(asMember(b), asMember(a)));
  }

  private ExecutableType asMember(ExecutableElement method) {
    return (ExecutableType) lang.types().asMemberOf((DeclaredType) agent.asType(), method);
  }

  private boolean isBelow(ExecutableElement lower, ExecutableElement upper) {
    return lang.types()
        .isSubtype(
            lang.types().erasure(Lang.typeAround(lower).asType()),
            lang.types().erasure(Lang.typeAround(upper).asType()));
  }

  /** A type's own tools, in the order of its source, which not every compiler keeps. */
  private List<ExecutableElement> declared(TypeElement type) {
    List<ExecutableElement> own = new ArrayList<>(declaredIn(type));
    if (!own.isEmpty() && !lang.isSource(type)) {
      List<String> order = docs.order(type);
      own.sort(
          Comparator.comparing(
                  (ExecutableElement method) -> order.indexOf(MethodFacts.signature(lang, method)))
              .thenComparing(method -> MethodFacts.signature(lang, method)));
    }
    return own;
  }

  /** The annotated methods that stand in a type. */
  static List<ExecutableElement> declaredIn(TypeElement type) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD
          && Reading.hasAnnotation(member, AnnotationNames.TOOL)) {
        methods.add((ExecutableElement) member);
      }
    }
    return methods;
  }

  /**
   * The template that a class has tools of, although it has no annotation that would say so.
   *
   * @see ToolSetReader#isTemplate
   */
  static Optional<TypeElement> templateOf(Lang lang, TypeElement type) {
    for (DeclaredType each : supertypes(lang, type)) {
      TypeElement supertype = Lang.element(each);
      boolean isTemplate = ToolSetReader.isTemplate(supertype);
      boolean hasTools = !ToolMethods.declaredIn(supertype).isEmpty();
      if (isTemplate && hasTools) {
        return Optional.of(supertype);
      }
      // The class that is generated for a supertype takes this one too.
      boolean isAgent =
          !isTemplate
              && (hasTools || Reading.hasAnnotation(supertype, AnnotationNames.VOICE_AGENT));
      Optional<TypeElement> above = isAgent ? Optional.empty() : templateOf(lang, supertype);
      if (above.isPresent()) {
        return above;
      }
    }
    return Optional.empty();
  }

  /** What a type extends and implements, types of the JDK apart, which have no tools. */
  private static List<DeclaredType> supertypes(Lang lang, TypeElement type) {
    List<TypeMirror> all = new ArrayList<>(List.of(type.getSuperclass()));
    all.addAll(type.getInterfaces());
    List<DeclaredType> supertypes = new ArrayList<>();
    for (TypeMirror each : all) {
      if (each.getKind() == TypeKind.DECLARED) {
        DeclaredType declared = (DeclaredType) each;
        // By name, as a look inside would make the compiler read it.
        boolean isOfJdk = Lang.element(declared).getQualifiedName().toString().startsWith("java.");
        if (!isOfJdk) {
          supertypes.add(declared);
        }
      } else if (each.getKind() == TypeKind.ERROR && lang.isSource(type)) {
        // Another processor may still make it, with tools in it.
        throw new UnresolvedTypeException(each.toString()).usedBy(type);
      }
    }
    return supertypes;
  }
}
