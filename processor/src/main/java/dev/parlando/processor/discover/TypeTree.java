package dev.parlando.processor.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static TypeMirror withoutWildcard(TypeMirror type) {
    if (type.getKind() == TypeKind.WILDCARD) {
      TypeMirror bound = ((WildcardType) type).getExtendsBound();
      return bound == null ? type : bound;
    }
    return type;
  }

  private static List<? extends TypeMirror> inside(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> ((DeclaredType) type).getTypeArguments();
      case ARRAY -> List.of(((ArrayType) type).getComponentType());
      default -> List.of();
    };
  }

  /** The annotations on the type and inside it, by position. */
  Map<String, List<Annotation>> byPosition() {
    Map<String, List<Annotation>> all = new TreeMap<>();
    collect("", all);
    return all;
  }

  private void collect(String position, Map<String, List<Annotation>> all) {
    List<Annotation> here = annotations.stream().toList();
    if (!here.isEmpty()) {
      all.put(position, here);
    }
    for (int i = 0; i < inside.size(); i++) {
      inside.get(i).collect(position + "/" + i, all);
    }
  }
}
