package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.SequenceKind;
import dev.parlando.processor.model.TextKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.Wrapping;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads types, and the types inside them. */
final class TypeReader {

  private static final int MAX_DEPTH = 40;

  private final Reading reading;

  /** The kinds of containers that are being read, of which one may contain itself. */
  private final Set<String> open = new HashSet<>();

  TypeReader(Reading reading) {
    this.reading = reading;
  }

  /** A type with the constraints on it. */
  ValueModel value(TypeTree type, Annotations annotations, Place place) {
    try {
      TypeModel model = read(type, annotations, place);
      return new ValueModel(model, reading.constraints(annotations, place));
    } catch (UnresolvedTypeException e) {
      throw e.usedBy(place.element());
    }
  }

  /** A type inside another, as the elements of a list. */
  private ValueModel inner(TypeTree type, Place place) {
    return value(type, type.annotations(), place);
  }

  private TypeModel read(TypeTree tree, Annotations annotations, Place place) {
    TypeMirror type = tree.type();
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE -> scalar(type).orElseThrow();
      case ARRAY -> array(tree, annotations, place);
      case DECLARED -> declared(tree, annotations, place);
      case WILDCARD, TYPEVAR -> {
        if (!reading.isForResults()) {
          boolean isWildcard = type.getKind() == TypeKind.WILDCARD;
          String name = isWildcard ? "?" : JavaTypes.of(type).shortName();
          reading.report().add(Problem.TYPE_UNBOUND, place.origin(), name);
        }
        yield new TypeModel.Any(JavaTypes.of(type));
      }
      default -> throw new UnresolvedTypeException(type.toString());
    };
  }

  private static Optional<TypeModel> scalar(TypeMirror type) {
    JavaType javaType = JavaTypes.of(type);
    Optional<ScalarKind> kind = ScalarKind.of(javaType.toString());
    return kind.isPresent()
        ? Optional.of(new TypeModel.Scalar(kind.get(), javaType))
        : Optional.empty();
  }

  /**
   * An annotation before an array's declaration is on its elements too, but meant for the array.
   */
  private TypeModel array(TypeTree tree, Annotations annotations, Place place) {
    Optional<TypeModel> scalar = scalar(tree.type());
    if (scalar.isPresent()) {
      return scalar.get();
    }
    TypeTree element = tree.inside().get(0);
    Annotations own = element.annotations().without(annotations);
    ValueModel elements = value(element, own, place.elements());
    return new TypeModel.Sequence(SequenceKind.ARRAY, JavaTypes.of(tree.type()), elements);
  }

  private TypeModel declared(TypeTree tree, Annotations annotations, Place place) {
    DeclaredType type = (DeclaredType) tree.type();
    TypeElement element = Lang.element(type);
    String name = element.getQualifiedName().toString();
    JavaType javaType = JavaTypes.of(type);
    if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
      if (!reading.isForResults()) {
        reading.report().add(Problem.TYPE_RAW, place.origin(), javaType.shortName());
      }
      return new TypeModel.Any(javaType);
    }
    Optional<ScalarKind> scalar = ScalarKind.of(name);
    if (scalar.isPresent()) {
      return new TypeModel.Scalar(scalar.get(), javaType);
    }
    Optional<TextKind> text = TextKind.of(name);
    if (text.isPresent()) {
      return new TypeModel.Text(
          text.get(), javaType, JacksonNames.datePattern(reading, annotations, text.get(), place));
    }
    List<TypeTree> arguments = tree.inside();
    Optional<SequenceKind> sequence = SequenceKind.of(name);
    if (sequence.isPresent()) {
      if (sequence.get() == SequenceKind.SORTED_SET
          && reading.lang().supertype(arguments.get(0).type(), "java.lang.Comparable").isEmpty()) {
        String what = javaType.shortName() + ", whose elements can't be compared,";
        reading.unsupported(what, "Use java.util.Set.", place);
      }
      ValueModel elements = inner(arguments.get(0), place.elements());
      return new TypeModel.Sequence(sequence.get(), javaType, elements);
    }
    if (name.equals("java.util.Map")) {
      return map(javaType, arguments, place);
    }
    return application(tree, element, place);
  }

  private TypeModel map(JavaType javaType, List<TypeTree> arguments, Place place) {
    TypeModel key = inner(arguments.get(0), place.at(place.element(), "<key>")).type();
    ValueModel value = inner(arguments.get(1), place.elements());
    if (!isKey(key)) {
      String name = key.javaType().shortName();
      reading.unsupported(
          name + " as the key of a map", "Use String, an enum, UUID or a whole number.", place);
    }
    return new TypeModel.Mapping(javaType, key, value);
  }

  private boolean isKey(TypeModel key) {
    if (key instanceof TypeModel.Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING, BYTE, SHORT, INT, LONG, BIG_INTEGER -> true;
        default -> false;
      };
    }
    return key instanceof TypeModel.Text
        || (key instanceof TypeModel.Declared declared && reading.isEnum(declared))
        || key instanceof TypeModel.Any;
  }

  private TypeModel application(TypeTree tree, TypeElement element, Place place) {
    DeclaredType type = (DeclaredType) tree.type();
    JavaType javaType = JavaTypes.of(type);
    boolean known =
        switch (element.getKind()) {
          case RECORD, ENUM -> true;
          default -> UnionReader.isUnion(element, reading.isForResults());
        };
    if (!known) {
      return reading.isForResults() ? ofResult(type, place) : unsupported(javaType, element, place);
    }
    if (place.depth() > MAX_DEPTH) {
      reading.report().add(Problem.TYPE_TOO_DEEP, place.origin(), javaType.shortName());
      return new TypeModel.Any(javaType);
    }
    if (!reading.isAccessible(element)) {
      reading.report().add(Problem.TYPE_NOT_ACCESSIBLE, place.origin(), javaType.shortName());
      return new TypeModel.Any(javaType);
    }
    return reading.declared(tree, place);
  }

  private TypeModel unsupported(JavaType javaType, TypeElement element, Place place) {
    String name = element.getQualifiedName().toString();
    reading.unsupported(name, Advice.insteadOf(reading.lang(), element), place);
    return new TypeModel.Any(javaType);
  }

  /**
   * A result may be any kind of collection or map; only arguments must say which to make. Whatever
   * else can be written is left to databind.
   */
  private TypeModel ofResult(DeclaredType type, Place place) {
    JavaType javaType = JavaTypes.of(type);
    ResultValues values = new ResultValues(reading.lang(), type);
    if (values.isTree()) {
      return new TypeModel.Scalar(ScalarKind.TREE, javaType);
    }
    Optional<String> advice = values.adviceIfNone();
    if (advice.isPresent()) {
      reading
          .report()
          .add(Problem.TOOL_RESULT_UNSUPPORTED, place.origin(), javaType.shortName(), advice.get());
      return new TypeModel.Any(javaType);
    }
    String name = Lang.element(type).getQualifiedName().toString();
    // What contains itself has no end here, only in its values.
    if (open.add(name)) {
      try {
        Optional<TypeModel> container = container(type, place);
        if (container.isPresent()) {
          return container.get();
        }
      } finally {
        open.remove(name);
      }
    }
    return unsupported(javaType, Lang.element(type), place);
  }

  private Optional<TypeModel> container(DeclaredType type, Place place) {
    Lang lang = reading.lang();
    JavaType javaType = JavaTypes.of(type);
    Optional<TypeModel> list =
        lang.supertype(type, "java.util.Collection")
            .map(it -> TypeTree.of(lang, it).inside().get(0))
            .map(element -> inner(element, place.elements()))
            .map(elements -> new TypeModel.Sequence(SequenceKind.LIST, javaType, elements));
    return list.isPresent()
        ? list
        : lang.supertype(type, "java.util.Map")
            .map(it -> map(javaType, TypeTree.of(lang, it).inside(), place));
  }

  /** What a property's type wraps its value in, with that value's type. */
  record Wrapped(Wrapping wrapping, TypeTree type) {

    static Wrapped of(TypeTree tree) {
      if (tree.type() instanceof DeclaredType declared
          && tree.type().getKind() == TypeKind.DECLARED) {
        Wrapping wrapping = Wrapping.of(Lang.element(declared).getQualifiedName().toString());
        if (wrapping == Wrapping.OPTIONAL && !tree.inside().isEmpty()) {
          return new Wrapped(wrapping, tree.inside().get(0));
        }
        if (wrapping.primitive().isPresent()) {
          return new Wrapped(wrapping, tree);
        }
      }
      return new Wrapped(Wrapping.NONE, tree);
    }
  }
}
