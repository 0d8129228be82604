package dev.parlando.processor.model;

import java.util.Optional;

/** Types of which the JDK and JSON have a notion in common. */
public enum ScalarKind {
  /** A truth value. */
  BOOLEAN(JsonType.BOOLEAN, "boolean", "java.lang.Boolean"),
  /** A whole number of 8 bits. */
  BYTE(JsonType.INTEGER, "byte", "java.lang.Byte"),
  /** A whole number of 16 bits. */
  SHORT(JsonType.INTEGER, "short", "java.lang.Short"),
  /** A whole number of 32 bits. */
  INT(JsonType.INTEGER, "int", "java.lang.Integer"),
  /** A whole number of 64 bits. */
  LONG(JsonType.INTEGER, "long", "java.lang.Long"),
  /** A whole number of any size. */
  BIG_INTEGER(JsonType.INTEGER, "java.math.BigInteger"),
  /** A year. */
  YEAR(JsonType.INTEGER, "java.time.Year"),
  /** A binary fraction of 32 bits. */
  FLOAT(JsonType.NUMBER, "float", "java.lang.Float"),
  /** A binary fraction of 64 bits. */
  DOUBLE(JsonType.NUMBER, "double", "java.lang.Double"),
  /** A decimal fraction. */
  BIG_DECIMAL(JsonType.NUMBER, "java.math.BigDecimal"),
  /** Text. */
  STRING(JsonType.STRING, "java.lang.String"),
  /** Text, where any kind will do. */
  CHAR_SEQUENCE(JsonType.STRING, "java.lang.CharSequence"),
  /** A character. */
  CHAR(JsonType.STRING, "char", "java.lang.Character"),
  /** Bytes in base64. */
  BYTES(JsonType.STRING, "byte[]"),
  /** Any JSON. */
  TREE(JsonType.ANY, "tools.jackson.databind.JsonNode");

  /** What JSON Schema calls it. */
  public enum JsonType {
    /** {@code boolean}. */
    BOOLEAN,
    /** {@code integer}. */
    INTEGER,
    /** {@code number}. */
    NUMBER,
    /** {@code string}. */
    STRING,
    /** No type at all. */
    ANY
  }

  private final JsonType jsonType;
  private final String javaType;
  private final String boxedType;

  ScalarKind(JsonType jsonType, String javaType) {
    this(jsonType, javaType, javaType);
  }

  ScalarKind(JsonType jsonType, String javaType, String boxedType) {
    this.jsonType = jsonType;
    this.javaType = javaType;
    this.boxedType = boxedType;
  }

  /** The kind of a Java type, by its qualified name. */
  public static Optional<ScalarKind> of(String javaType) {
    for (ScalarKind kind : values()) {
      if (kind.javaType.equals(javaType) || kind.boxedType.equals(javaType)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What JSON Schema calls it. */
  public JsonType jsonType() {
    return jsonType;
  }

  /** The first of its Java types: the primitive one, if there is one. */
  public String keyword() {
    return javaType;
  }

  /** Whether it is a whole number or a fraction. */
  public boolean isNumber() {
    return jsonType == JsonType.INTEGER || jsonType == JsonType.NUMBER;
  }

  /** Whether it is text of any length. */
  public boolean isText() {
    return this == STRING || this == CHAR_SEQUENCE;
  }
}
