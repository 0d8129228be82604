package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.SequenceKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import java.util.Arrays;

/** The expressions that write a value of a type. */
final class WriteExpressions {

  private final ClassName generated;
  private final TypeTable types;
  private final Names names;
  private final Constants constants;

  WriteExpressions(ClassName generated, TypeTable types, Names names, Constants constants) {
    this.generated = generated;
    this.types = types;
    this.names = names;
    this.constants = constants;
  }

  /** Whether the writer's own methods take the value as it is. */
  static boolean isPlain(TypeModel type) {
    return type instanceof TypeModel.Scalar scalar
        && switch (scalar.kind()) {
          case YEAR, CHAR, BYTES, TREE -> false;
          default -> true;
        };
  }

  /** Whether the value's own text is the text of the answer. */
  static boolean isScalar(TypeModel type) {
    return type instanceof TypeModel.Scalar;
  }

  /** An encoder: a method reference where that is enough. */
  CodeBlock encoder(TypeModel type) {
    return encoder(type, 0);
  }

  private CodeBlock encoder(TypeModel type, int depth) {
    if (type instanceof TypeModel.Any) {
      return CodeBlock.of("$T::any", TypeNames.RESULT_WRITER);
    }
    if (type instanceof TypeModel.Scalar scalar
        && scalar.kind() != ScalarKind.YEAR
        && scalar.kind() != ScalarKind.CHAR) {
      return CodeBlock.of("$T::value", TypeNames.RESULT_WRITER);
    }
    if (type instanceof TypeModel.Declared declared
        && !(types.get(declared) instanceof EnumModel)) {
      return CodeBlock.of("$T::$L", generated, names.writer(types.get(declared)));
    }
    String suffix = depth == 0 ? "" : Integer.toString(depth + 1);
    String out = "to" + suffix;
    String value = "each" + suffix;
    return CodeBlock.of("($L, $L) ->$W$L", out, value, render(type, out, value, depth));
  }

  /** Writes a value of an expression to a writer of that name. */
  CodeBlock render(TypeModel type, String out, String value) {
    return render(type, out, value, 0);
  }

  private CodeBlock render(TypeModel type, String out, String value, int depth) {
    if (type instanceof TypeModel.Scalar scalar) {
      return switch (scalar.kind()) {
        case YEAR -> CodeBlock.of("$L.value($L.getValue())", out, value);
        case CHAR -> CodeBlock.of("$L.value($T.valueOf($L))", out, String.class, value);
        default -> CodeBlock.of("$L.value($L)", out, value);
      };
    }
    if (type instanceof TypeModel.Text text) {
      return CodeBlock.of("$L.value($L, $L)", out, textFormat(text), value);
    }
    if (type instanceof TypeModel.Sequence sequence) {
      return CodeBlock.of(
          "$L.array($L,$W$L)",
          out,
          iterable(sequence, value),
          encoder(sequence.element().type(), depth + 1));
    }
    if (type instanceof TypeModel.Mapping mapping) {
      return CodeBlock.of(
          "$L.map($L, $L,$W$L)",
          out,
          value,
          key(mapping.key()),
          encoder(mapping.value().type(), depth + 1));
    }
    if (type instanceof TypeModel.Declared declared) {
      DeclaredModel model = types.get(declared);
      return model instanceof EnumModel constant
          ? CodeBlock.of("$L.value($L, $L)", out, constants.enumNames(constant), value)
          : CodeBlock.of("$L($L, $L)", names.writer(model), out, value);
    }
    return CodeBlock.of("$L.any($L)", out, value);
  }

  /** The format of a type that is written as text. */
  CodeBlock format(TypeModel type) {
    return type instanceof TypeModel.Text text
        ? textFormat(text)
        : CodeBlock.of("$L", constants.enumNames((EnumModel) types.get((TypeModel.Declared) type)));
  }

  private CodeBlock textFormat(TypeModel.Text text) {
    return text.pattern()
        .map(pattern -> CodeBlock.of("$L", constants.dateFormat(text, pattern)))
        .orElseGet(() -> CodeBlock.of("$T.$L", TypeNames.TEXT_FORMATS, text.kind().name()));
  }

  private CodeBlock key(TypeModel key) {
    if (key instanceof TypeModel.Text || key instanceof TypeModel.Declared) {
      return CodeBlock.of("$L::format", format(key));
    }
    return CodeBlock.of("$T::toString", Object.class);
  }

  private static CodeBlock iterable(TypeModel.Sequence sequence, String value) {
    if (sequence.kind() != SequenceKind.ARRAY) {
      return CodeBlock.of("$L", value);
    }
    boolean primitive =
        ((JavaType.Array) sequence.javaType()).component() instanceof JavaType.Primitive;
    return primitive
        ? CodeBlock.of("$T.list($L)", TypeNames.ARRAY_COPIES, value)
        : CodeBlock.of("$T.asList($L)", Arrays.class, value);
  }
}
