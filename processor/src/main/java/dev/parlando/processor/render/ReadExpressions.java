package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.ValueModel;

/** The expressions that read a value of a type. */
final class ReadExpressions {

  private final ClassName generated;
  private final TypeTable types;
  private final Names names;
  private final Constants constants;
  private final Checks checks;

  ReadExpressions(
      ClassName generated, TypeTable types, Names names, Constants constants, Checks checks) {
    this.generated = generated;
    this.types = types;
    this.names = names;
    this.constants = constants;
    this.checks = checks;
  }

  /**
   * Reads a value.
   *
   * @param in the reader
   * @param locals the names that lambdas must not use
   */
  CodeBlock read(TypeModel type, String in, NameAllocator locals) {
    if (type instanceof TypeModel.Scalar scalar) {
      return CodeBlock.of("$L.$L()", in, readMethod(scalar.kind()));
    }
    if (type instanceof TypeModel.Text text) {
      return CodeBlock.of("$L.readText($L)", in, textFormat(text));
    }
    if (type instanceof TypeModel.Sequence sequence) {
      return sequence(sequence, in, locals);
    }
    if (type instanceof TypeModel.Mapping mapping) {
      CodeBlock value = decoder(mapping.value(), "entry", locals);
      return CodeBlock.of("$L.readMap($L,$W$L)", in, key(mapping.key()), value);
    }
    if (type instanceof TypeModel.Declared declared) {
      DeclaredModel model = types.get(declared);
      return model instanceof EnumModel constant
          ? CodeBlock.of("$L.readEnum($L)", in, constants.enumNames(constant))
          : CodeBlock.of("$L($L)", names.reader(model), in);
    }
    throw new IllegalArgumentException("can't be read: " + type.javaType());
  }

  static String readMethod(ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN -> "readBoolean";
      case BYTE -> "readByte";
      case SHORT -> "readShort";
      case INT -> "readInt";
      case LONG -> "readLong";
      case BIG_INTEGER -> "readBigInteger";
      case YEAR -> "readYear";
      case FLOAT -> "readFloat";
      case DOUBLE -> "readDouble";
      case BIG_DECIMAL -> "readBigDecimal";
      case STRING, CHAR_SEQUENCE -> "readString";
      case CHAR -> "readChar";
      case BYTES -> "readBytes";
      case TREE -> "readTree";
    };
  }

  CodeBlock textFormat(TypeModel.Text text) {
    return text.pattern()
        .map(pattern -> CodeBlock.of("$L", constants.dateFormat(text, pattern)))
        .orElseGet(() -> CodeBlock.of("$T.$L", TypeNames.TEXT_FORMATS, text.kind().name()));
  }

  /** The format of a map's keys. */
  CodeBlock key(TypeModel key) {
    if (key instanceof TypeModel.Text text) {
      return textFormat(text);
    }
    if (key instanceof TypeModel.Declared declared) {
      return CodeBlock.of("$L", constants.enumNames((EnumModel) types.get(declared)));
    }
    String kind = ((TypeModel.Scalar) key).kind().name();
    return CodeBlock.of("$T.$L", TypeNames.MAP_KEYS, kind);
  }

  private CodeBlock sequence(TypeModel.Sequence sequence, String in, NameAllocator locals) {
    CodeBlock element = decoder(sequence.element(), "element", locals);
    return switch (sequence.kind()) {
      case LIST -> CodeBlock.of("$L.readList($L)", in, element);
      case SET -> CodeBlock.of("$L.readSet($L)", in, element);
      case SORTED_SET -> CodeBlock.of("$L.readSortedSet($L)", in, element);
      case ARRAY -> array(((JavaType.Array) sequence.javaType()).component(), in, element);
    };
  }

  private static CodeBlock array(JavaType component, String in, CodeBlock element) {
    if (component instanceof JavaType.Primitive primitive) {
      return CodeBlock.of(
          "$T.$Ls($L.readList($L))", TypeNames.ARRAY_COPIES, primitive.keyword(), in, element);
    }
    TypeName type =
        component instanceof JavaType.ClassType classType
            ? TypeNames.raw(classType)
            : TypeNames.of(component);
    return CodeBlock.of("$L.readArray($L,$W$T[]::new)", in, element, type);
  }

  /**
   * A decoder: a method reference where that is enough.
   *
   * @param what what it decodes, for a name
   */
  private CodeBlock decoder(ValueModel value, String what, NameAllocator locals) {
    TypeModel type = value.type();
    if (!checks.any(value)) {
      if (type instanceof TypeModel.Scalar scalar) {
        return CodeBlock.of("$T::$L", TypeNames.ARGUMENT_READER, readMethod(scalar.kind()));
      }
      if (type instanceof TypeModel.Declared declared
          && !(types.get(declared) instanceof EnumModel)) {
        return CodeBlock.of("$T::$L", generated, names.reader(types.get(declared)));
      }
    }
    NameAllocator inner = locals.clone();
    String in = Names.allocate(what, inner);
    if (!checks.any(value)) {
      return CodeBlock.of("$L ->$W$L", in, read(type, in, inner));
    }
    String local = Names.allocate("item", inner);
    CodeBlock read = read(type, in, inner);
    return CodeBlock.builder()
        .add("$L -> {\n$>", in)
        .add("$T $L = $L;\n", localType(type), local, read)
        .add(checks.statements(value, in, local, "element"))
        .add("return $L;\n", local)
        .add("$<}")
        .build();
  }

  /** The type of a variable for a value just read: primitive where the reader returns one. */
  static TypeName localType(TypeModel type) {
    if (type instanceof TypeModel.Scalar scalar
        && scalar.javaType() instanceof JavaType.ClassType) {
      String keyword = scalar.kind().keyword();
      return keyword.contains(".")
          ? TypeNames.of(type.javaType())
          : TypeNames.of(new JavaType.Primitive(keyword));
    }
    return TypeNames.of(type.javaType());
  }
}
