package dev.parlando.processor.render;

import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.Email;
import dev.parlando.processor.model.ConstraintModel.Moment;
import dev.parlando.processor.model.ConstraintModel.NotBlank;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.pattern.PortablePattern;
import java.math.BigDecimal;

/** The keywords of JSON Schema that say what constraints say. */
final class ConstraintKeywords {

  private ConstraintKeywords() {}

  static void add(ConstraintModel constraint, TypeModel type, Schema schema) {
    if (constraint instanceof NotBlank) {
      schema.atLeast("minLength", BigDecimal.ONE);
      // Not \S: each reader has white space of its own.
      schema.pattern("[^\\x00-\\x20]");
    } else if (constraint instanceof Size size) {
      size(size, type, schema);
    } else if (constraint instanceof Bound bound) {
      if (isText(type)) {
        schema.describe(sentence(ConstraintMessages.of(constraint, type)));
      } else {
        bound(bound, schema);
      }
    } else if (constraint instanceof Digits digits) {
      if (isText(type)) {
        schema.describe(sentence(ConstraintMessages.of(constraint, type)));
      } else {
        digits(digits, type, schema);
      }
    } else if (constraint instanceof Regex regex) {
      regex(regex, schema);
    } else if (constraint instanceof Email email) {
      schema.put("format", "email");
      if (!email.regexp().equals(".*")) {
        regex(email.asRegex(), schema);
      }
    } else if (constraint instanceof Truth truth) {
      schema.put("const", truth.value());
    } else if (constraint instanceof Moment) {
      schema.describe(sentence(ConstraintMessages.of(constraint, type)));
    }
  }

  private static boolean isText(TypeModel type) {
    return type instanceof TypeModel.Scalar scalar && scalar.kind().isText();
  }

  /** How many bytes there are, base64 does not say to the byte. */
  private static void sizeOfBytes(Size size, TypeModel type, Schema schema) {
    schema.describe(sentence(ConstraintMessages.of(size, type)));
    if (size.min() > 0) {
      schema.atLeast("minLength", BigDecimal.valueOf((size.min() * 4 + 2) / 3));
    }
    if (size.max() < Size.UNLIMITED) {
      schema.atMost("maxLength", BigDecimal.valueOf((size.max() + 2) / 3 * 4));
    }
  }

  private static void size(Size size, TypeModel type, Schema schema) {
    if (type instanceof TypeModel.Scalar scalar && scalar.kind() == ScalarKind.BYTES) {
      sizeOfBytes(size, type, schema);
      return;
    }
    String what =
        type instanceof TypeModel.Mapping
            ? "Properties"
            : type instanceof TypeModel.Sequence ? "Items" : "Length";
    if (size.min() > 0) {
      schema.atLeast("min" + what, BigDecimal.valueOf(size.min()));
    }
    if (size.max() < Size.UNLIMITED) {
      schema.atMost("max" + what, BigDecimal.valueOf(size.max()));
    }
  }

  private static void bound(Bound bound, Schema schema) {
    if (bound.upper()) {
      schema.atMost(bound.inclusive() ? "maximum" : "exclusiveMaximum", bound.limit());
    } else {
      schema.atLeast(bound.inclusive() ? "minimum" : "exclusiveMinimum", bound.limit());
    }
  }

  private static void digits(Digits digits, TypeModel type, Schema schema) {
    BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(digits.integer());
    schema.atLeast("exclusiveMinimum", limit.negate());
    schema.atMost("exclusiveMaximum", limit);
    boolean whole =
        type instanceof TypeModel.Scalar scalar
            && scalar.kind().jsonType() == ScalarKind.JsonType.INTEGER;
    if (!whole) {
      // Of several steps the widest holds.
      schema.atLeast("multipleOf", BigDecimal.ONE.scaleByPowerOfTen(-digits.fraction()));
    }
  }

  private static void regex(Regex regex, Schema schema) {
    PortablePattern.of(regex)
        .text()
        .ifPresentOrElse(
            schema::pattern,
            () -> {
              String own = "must match the Java pattern " + regex.regexp();
              schema.describe(sentence(regex.message().orElse(own)));
            });
  }

  private static String sentence(String text) {
    String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }
}
