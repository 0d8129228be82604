package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.DefaultText;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.WrapperModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;

/** The expressions that make the value of a property that was left out. */
final class DefaultExpressions {

  private final TypeTable types;
  private final ReadExpressions expressions;

  DefaultExpressions(TypeTable types, ReadExpressions expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  /** The value that a text states, which has been found to state one. */
  CodeBlock of(TypeModel type, String text) {
    if (type instanceof TypeModel.Scalar scalar) {
      return scalar(scalar.kind(), text);
    }
    if (type instanceof TypeModel.Text written) {
      return CodeBlock.of("$L.parse($L)", expressions.textFormat(written), Literals.quoted(text));
    }
    DeclaredModel model = types.get((TypeModel.Declared) type);
    if (model instanceof EnumModel constants) {
      String constant = DefaultText.constant(constants, text).orElseThrow().javaName();
      return CodeBlock.of("$T.$L", TypeNames.of(model.javaType()), constant);
    }
    CodeBlock value = of(((WrapperModel) model).value().type(), text);
    return CodeBlock.of("new $T($L)", TypeNames.of(model.javaType()), value);
  }

  private static CodeBlock scalar(ScalarKind kind, String text) {
    return switch (kind) {
      case BOOLEAN -> CodeBlock.of("$L", text);
      case BYTE, SHORT -> CodeBlock.of("($L) $L", kind.keyword(), whole(text));
      case INT -> CodeBlock.of("$L", whole(text));
      case LONG -> CodeBlock.of("$LL", whole(text));
      case FLOAT -> CodeBlock.of("$Lf", new BigDecimal(text).floatValue());
      case DOUBLE -> CodeBlock.of("$Ld", new BigDecimal(text).doubleValue());
      case BIG_INTEGER -> CodeBlock.of("new $T($S)", BigInteger.class, whole(text).toString());
      case BIG_DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, text);
      case YEAR -> CodeBlock.of("$T.of($L)", Year.class, whole(text));
      case STRING, CHAR_SEQUENCE -> Literals.quoted(text);
      case CHAR -> CodeBlock.of("$L.charAt(0)", Literals.quoted(text));
      case BYTES, TREE -> throw new IllegalArgumentException("no default for " + kind);
    };
  }

  private static BigInteger whole(String text) {
    return new BigDecimal(text).toBigIntegerExact();
  }
}
