package dev.parlando.processor.render;

import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.DefaultText;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TextKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.UnionModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.WrapperModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders the parameters of one tool as JSON Schema. */
final class SchemaRenderer {

  private final TypeTable types;

  /** The definitions of recursive types, by their name in the schema. */
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private final Map<String, String> definitionNames = new LinkedHashMap<>();

  private SchemaRenderer(TypeTable types) {
    this.types = types;
  }

  /** The schema of a tool's arguments. */
  static Map<String, Object> parameters(TypeModel.Declared arguments, TypeTable types) {
    SchemaRenderer renderer = new SchemaRenderer(types);
    RecordModel model = (RecordModel) types.get(arguments);
    Schema schema = new Schema("");
    renderer.object(model, schema);
    if (!renderer.definitions.isEmpty()) {
      schema.put("$defs", renderer.definitions);
    }
    return schema.toMap();
  }

  private void object(RecordModel model, Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (model.tag().isPresent()) {
      RecordModel.Tag tag = model.tag().get();
      properties.put(tag.property(), constant(tag.value()));
      required.add(tag.property());
    }
    for (PropertyModel property : model.visibleProperties()) {
      properties.put(property.name(), property(property));
      if (property.required()) {
        required.add(property.name());
      }
    }
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
  }

  private static Map<String, Object> constant(String value) {
    Map<String, Object> constant = new LinkedHashMap<>();
    constant.put("type", "string");
    constant.put("const", value);
    return constant;
  }

  private Map<String, Object> property(PropertyModel property) {
    Schema schema = new Schema(property.description());
    value(property.value(), schema);
    Optional<String> text = property.defaultValue();
    Optional<Object> json =
        text.isPresent()
            ? new DefaultText(types).json(property.value().type(), text.get())
            : Optional.empty();
    if (json.isPresent()) {
      schema.put("default", json.get());
    }
    return schema.toMap();
  }

  private Map<String, Object> value(ValueModel value) {
    Schema schema = new Schema("");
    value(value, schema);
    return schema.toMap();
  }

  private void value(ValueModel value, Schema schema) {
    type(value.type(), schema);
    for (ConstraintModel constraint : value.constraints()) {
      ConstraintKeywords.add(constraint, value.type(), schema);
    }
  }

  private void type(TypeModel type, Schema schema) {
    if (type instanceof TypeModel.Scalar scalar) {
      scalar(scalar.kind(), schema);
    } else if (type instanceof TypeModel.Text text) {
      text(text, schema);
    } else if (type instanceof TypeModel.Sequence sequence) {
      schema.put("type", "array");
      schema.put("items", value(sequence.element()));
      if (sequence.kind().isUnique()) {
        schema.put("uniqueItems", true);
      }
    } else if (type instanceof TypeModel.Mapping mapping) {
      schema.put("type", "object");
      Map<String, Object> names = propertyNames(mapping.key());
      if (!names.isEmpty()) {
        schema.put("propertyNames", names);
      }
      schema.put("additionalProperties", value(mapping.value()));
    } else if (type instanceof TypeModel.Declared declared) {
      reference(types.get(declared), schema);
    }
  }

  private static void scalar(ScalarKind kind, Schema schema) {
    if (kind == ScalarKind.TREE) {
      schema.describe("Any JSON value.");
      return;
    }
    schema.put("type", kind.jsonType().name().toLowerCase(Locale.ROOT));
    if (kind == ScalarKind.BYTE) {
      between(Byte.MIN_VALUE, Byte.MAX_VALUE, schema);
    } else if (kind == ScalarKind.SHORT) {
      between(Short.MIN_VALUE, Short.MAX_VALUE, schema);
    } else if (kind == ScalarKind.CHAR) {
      schema.atLeast("minLength", BigDecimal.ONE);
      schema.atMost("maxLength", BigDecimal.ONE);
    } else if (kind == ScalarKind.BYTES) {
      schema.put("contentEncoding", "base64");
    }
  }

  /** Bounds that a caller may well hit; those of {@code int} and {@code long} would only cost. */
  private static void between(long min, long max, Schema schema) {
    schema.atLeast("minimum", BigDecimal.valueOf(min));
    schema.atMost("maximum", BigDecimal.valueOf(max));
  }

  private static void text(TypeModel.Text text, Schema schema) {
    TextKind kind = text.kind();
    schema.put("type", "string");
    if (text.pattern().isPresent()) {
      schema.describe(DatePatternText.describe(kind, text.pattern().get()));
      return;
    }
    if (kind.format().isEmpty()) {
      schema.describe("For example " + kind.example() + ".");
    } else {
      schema.put("format", kind.format());
    }
    if (!kind.pattern().isEmpty()) {
      schema.pattern(kind.pattern());
    }
  }

  private Map<String, Object> propertyNames(TypeModel key) {
    Map<String, Object> names = new LinkedHashMap<>();
    if (key instanceof TypeModel.Declared declared) {
      names.put("enum", names((EnumModel) types.get(declared)));
    } else if (key instanceof TypeModel.Text) {
      Schema schema = new Schema("");
      type(key, schema);
      names.putAll(schema.toMap());
      names.remove("type");
    } else if (key instanceof TypeModel.Scalar scalar && !scalar.kind().isText()) {
      names.put("pattern", "^(0|-?[1-9][0-9]*)$");
    }
    return names;
  }

  /** A type of the application: in place, or by reference if it contains itself. */
  private void reference(DeclaredModel model, Schema schema) {
    if (!types.isRecursive(model.id())) {
      declared(model, schema);
      return;
    }
    String name = definitionNames.get(model.id());
    if (name == null) {
      boolean isVariant = model instanceof RecordModel object && object.tag().isPresent();
      name = freeDefinitionName(model.javaType().simpleName() + (isVariant ? "Variant" : ""));
      definitionNames.put(model.id(), name);
      definitions.put(name, Map.of());
      Schema definition = new Schema("");
      declared(model, definition);
      definitions.put(name, definition.toMap());
    }
    schema.put("$ref", "#/$defs/" + name);
  }

  private String freeDefinitionName(String wanted) {
    String name = wanted;
    for (int i = 2; definitionNames.containsValue(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private void declared(DeclaredModel model, Schema schema) {
    schema.describeIfSilent(model.description());
    if (model instanceof RecordModel object) {
      object(object, schema);
    } else if (model instanceof EnumModel constants) {
      schema.put("type", "string");
      schema.put("enum", names(constants));
      schema.describe(meanings(constants));
    } else if (model instanceof WrapperModel wrapper) {
      value(wrapper.value(), schema);
    } else if (model instanceof UnionModel union) {
      List<Object> variants = new ArrayList<>();
      for (UnionModel.Variant variant : union.variants()) {
        Schema each = new Schema("");
        reference(types.get(variant.type()), each);
        variants.add(each.toMap());
      }
      schema.put("anyOf", variants);
    }
  }

  private static List<String> names(EnumModel model) {
    List<String> names = new ArrayList<>();
    for (EnumModel.Constant constant : model.constants()) {
      names.add(constant.name());
    }
    return names;
  }

  /** What the constants mean, as far as somebody said it. */
  private static String meanings(EnumModel model) {
    List<String> meanings = new ArrayList<>();
    for (EnumModel.Constant constant : model.constants()) {
      if (!constant.description().isEmpty()) {
        meanings.add(constant.name() + ": " + constant.description());
      }
    }
    return String.join("; ", meanings);
  }
}
