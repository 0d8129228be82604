package dev.parlando.processor.model;

import dev.parlando.processor.model.TypeModel.Declared;
import dev.parlando.processor.model.TypeModel.Scalar;
import dev.parlando.processor.model.TypeModel.Text;
import java.math.BigDecimal;
import java.util.Optional;

/** What the text of a {@code @DefaultValue} means for a type. */
public final class DefaultText {

  /** What readers of JSON take at most. */
  private static final int MAX_DIGITS = 1000;

  private final TypeTable types;

  /** Reads defaults of types that may refer to a table. */
  public DefaultText(TypeTable types) {
    this.types = types;
  }

  /** Whether a type can have a default at all. */
  public boolean isPossible(TypeModel type) {
    if (type instanceof Scalar scalar) {
      return scalar.kind() != ScalarKind.BYTES && scalar.kind() != ScalarKind.TREE;
    }
    if (type instanceof Declared declared) {
      DeclaredModel model = types.get(declared);
      return model instanceof EnumModel
          || (model instanceof WrapperModel wrapper && isPossible(wrapper.value().type()));
    }
    return type instanceof Text;
  }

  /** The value as JSON has it: text, number or boolean; empty if the text states none. */
  public Optional<Object> json(TypeModel type, String text) {
    if (type instanceof Scalar scalar) {
      return scalar(scalar.kind(), text);
    }
    if (type instanceof Text written) {
      boolean valid =
          written
              .pattern()
              .map(pattern -> DatePattern.matches(written.kind(), pattern, text))
              .orElseGet(() -> TextSyntax.accepts(written.kind(), text));
      return valid ? Optional.of(text) : Optional.empty();
    }
    if (type instanceof Declared declared) {
      DeclaredModel model = types.get(declared);
      if (model instanceof EnumModel constants) {
        return constant(constants, text).map(EnumModel.Constant::name);
      }
      if (model instanceof WrapperModel wrapper) {
        return json(wrapper.value().type(), text);
      }
    }
    return Optional.empty();
  }

  /** The constant of that name. */
  public static Optional<EnumModel.Constant> constant(EnumModel model, String name) {
    return model.constants().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static Optional<Object> scalar(ScalarKind kind, String text) {
    return switch (kind) {
      case BOOLEAN ->
          text.equals("true") || text.equals("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      case STRING, CHAR_SEQUENCE -> Optional.of(text);
      case CHAR -> text.length() == 1 ? Optional.of(text) : Optional.empty();
      case BYTES, TREE -> Optional.empty();
      default -> number(text).filter(number -> fits(kind, number)).map(Object.class::cast);
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      // Written out, it would fill the memory.
      return Math.abs((long) number.scale()) > MAX_DIGITS ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean fits(ScalarKind kind, BigDecimal number) {
    return switch (kind) {
      case BYTE -> isWholeBetween(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> isWholeBetween(number, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> isWholeBetween(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> isWholeBetween(number, Long.MIN_VALUE, Long.MAX_VALUE);
      case YEAR -> isWholeBetween(number, java.time.Year.MIN_VALUE, java.time.Year.MAX_VALUE);
      case BIG_INTEGER -> number.stripTrailingZeros().scale() <= 0;
      case FLOAT -> Float.isFinite(number.floatValue());
      case DOUBLE -> Double.isFinite(number.doubleValue());
      default -> true;
    };
  }

  private static boolean isWholeBetween(BigDecimal number, long min, long max) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(min)) >= 0
        && number.compareTo(BigDecimal.valueOf(max)) <= 0;
  }
}
