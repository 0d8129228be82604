package dev.parlando.processor.discover;

import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.JavaType.ClassType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** From the compiler's types to how source code spells them. */
final class JavaTypes {

  private JavaTypes() {}

  static JavaType of(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
          new JavaType.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
      case ARRAY -> new JavaType.Array(of(((ArrayType) type).getComponentType()));
      case DECLARED -> of((DeclaredType) type);
      case WILDCARD -> bound(((WildcardType) type).getExtendsBound());
      case TYPEVAR -> named(((TypeVariable) type).asElement().getSimpleName().toString());
      default -> throw new UnresolvedTypeException(type.toString());
    };
  }

  static ClassType of(DeclaredType type) {
    List<JavaType> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      arguments.add(argument(argument));
    }
    ClassType raw = of(Lang.element(type));
    return new ClassType(raw.packageName(), raw.simpleNames(), arguments);
  }

  /** A class without its type arguments. */
  static ClassType of(TypeElement type) {
    List<TypeElement> nesting = Lang.nesting(type);
    List<String> names = new ArrayList<>();
    for (TypeElement each : nesting) {
      names.add(0, each.getSimpleName().toString());
    }
    String outermost = nesting.get(nesting.size() - 1).getQualifiedName().toString();
    String packageName = outermost.substring(0, Math.max(0, outermost.lastIndexOf('.')));
    return new ClassType(packageName, names, List.of());
  }

  private static JavaType argument(TypeMirror type) {
    if (type.getKind() != TypeKind.WILDCARD) {
      return of(type);
    }
    TypeMirror lower = ((WildcardType) type).getSuperBound();
    return lower == null
        ? new JavaType.Wildcard(of(type), true)
        : new JavaType.Wildcard(of(lower), false);
  }

  private static JavaType bound(@Nullable TypeMirror bound) {
    return bound == null ? ClassType.of("java.lang", "Object") : of(bound);
  }

  private static JavaType named(String typeVariable) {
    return new ClassType("", List.of(typeVariable), List.of());
  }
}
