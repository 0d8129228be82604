package dev.parlando.processor.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * A type with the annotations on it and on the types inside it. Compilers before JDK 22 don't see
 * them in class files, so what was seen in source is kept, and put back here.
 *
 * @param type the type; of a wildcard with a bound, the bound
 * @param annotations those on the type itself
 * @param inside the type arguments, or the component of an array
 */
record TypeTree(TypeMirror type, Annotations annotations, List<TypeTree> inside) {

  /** A type as the compiler sees it. */
  static TypeTree of(Lang lang, TypeMirror type) {
    return of(lang, type, Map.of(), "");
  }

  /**
   * A type with annotations that the compiler may not see.
   *
   * @param kept annotations by the position of the type they are on
   */
  static TypeTree of(Lang lang, TypeMirror type, Map<String, List<Annotation>> kept) {
    return of(lang, type, kept, "");
  }

  private static TypeTree of(
      Lang lang, TypeMirror mirror, Map<String, List<Annotation>> kept, String position) {
    TypeMirror type = withoutWildcard(mirror);
    Annotations annotations =
        Annotations.of(lang, type).and(kept.getOrDefault(position, List.of()));
    List<TypeTree> inside = new ArrayList<>();
    for (TypeMirror each : inside(type)) {
      inside.add(of(lang, each, kept, position + "/" + inside.size()));
    }
    return new TypeTree(type, annotations, inside);
  }

  /**
   * The type of a member of a generic type, with what stands for its type variables. Compilers drop
   * annotations when they put one type in the place of another.
   *
   * @param type the type as it is declared
   * @param bound the same with the type variables replaced
   * @param arguments what stands for the type variables, as far as it is known, by their names
   */
  static TypeTree member(
      Lang lang, TypeTree type, TypeMirror bound, Map<String, TypeTree> arguments) {
    if (type.type().getKind() == TypeKind.TYPEVAR) {
      TypeTree argument = arguments.get(JavaTypes.of(type.type()).shortName());
      TypeTree known = argument == null ? of(lang, bound) : argument;
      return new TypeTree(
          known.type(), known.annotations().and(type.annotations()), known.inside());
    }
    TypeMirror mirror = withoutWildcard(bound);
    List<? extends TypeMirror> mirrors = inside(mirror);
    List<TypeTree> inside = new ArrayList<>();
    for (int i = 0; i < mirrors.size(); i++) {
      inside.add(
          i < type.inside().size()
              ? member(lang, type.inside().get(i), mirrors.get(i), arguments)
              : of(lang, mirrors.get(i)));
    }
    return new TypeTree(mirror, type.annotations(), inside);
  }

  /** The same class or interface with the bounds of wildcards as its type arguments. */
  TypeTree withoutWildcards(Lang lang) {
    if (inside.isEmpty()) {
      return this;
    }
    TypeMirror[] arguments = inside.stream().map(TypeTree::type).toArray(TypeMirror[]::new);
    TypeElement element = Lang.element((DeclaredType) type);
    return new TypeTree(lang.types().getDeclaredType(element, arguments), annotations, inside);
  }

  /** What stands for the type variables of this type, by their names. */
  Map<String, TypeTree> arguments() {
    Map<String, TypeTree> arguments = new HashMap<>();
    List<? extends TypeParameterElement> names =
        Lang.element((DeclaredType) type).getTypeParameters();
    for (int i = 0; i < names.size() && i < inside.size(); i++) {
      arguments.put(names.get(i).getSimpleName().toString(), inside.get(i));
    }
    return arguments;
  }

  /** The annotations inside the type, as text: what makes it another than without them. */
  String marks() {
    StringBuilder marks = new StringBuilder();
    for (Map.Entry<String, List<Annotation>> each : byPosition().entrySet()) {
      if (!each.getKey().isEmpty()) {
        List<String> texts = each.getValue().stream().map(Annotation::toString).sorted().toList();
        marks.append(' ').append(each.getKey()).append(texts);
      }
    }
    return marks.toString();
  }

  private static TypeMirror withoutWildcard(TypeMirror type) {
    if (type.getKind() == TypeKind.WILDCARD) {
      TypeMirror bound = ((WildcardType) type).getExtendsBound();
      return bound == null ? type : bound;
    }
    return type;
  }

  private static List<? extends TypeMirror> inside(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED) {
      return ((DeclaredType) type).getTypeArguments();
    }
    return type.getKind() == TypeKind.ARRAY
        ? List.of(((ArrayType) type).getComponentType())
        : List.of();
  }

  /** The annotations on the type and inside it, by position. */
  Map<String, List<Annotation>> byPosition() {
    Map<String, List<Annotation>> all = new TreeMap<>();
    collect("", all);
    return all;
  }

  private void collect(String position, Map<String, List<Annotation>> all) {
    List<Annotation> here = annotations.list();
    if (!here.isEmpty()) {
      all.put(position, here);
    }
    for (int i = 0; i < inside.size(); i++) {
      inside.get(i).collect(position + "/" + i, all);
    }
  }
}
