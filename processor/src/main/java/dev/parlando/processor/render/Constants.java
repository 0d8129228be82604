package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.UnionModel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * The constants that generated methods share; each is made when it is first asked for.
 *
 * <p>All initializers of a class are one method for the JVM, whose size is limited, and each is one
 * expression for a compiler, whose depth is: what is large is made in a method of its own.
 */
final class Constants {

  /** As many constants as one class has without a thought for the size of its initializer. */
  private static final int MANY = 200;

  private final Names names;
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
  private final Map<String, MethodSpec> makers = new LinkedHashMap<>();

  Constants(Names names) {
    this.names = names;
  }

  /** The constants; ask when all have been asked for. */
  List<FieldSpec> fields() {
    if (fields.size() > MANY) {
      for (FieldSpec field : List.copyOf(fields.values())) {
        if (!makers.containsKey(field.name())) {
          CodeBlock code =
              CodeBlock.builder().addStatement("return $L", field.initializer()).build();
          make(field.name(), field.type(), code);
        }
      }
    }
    return List.copyOf(fields.values());
  }

  /** The methods that make constants; ask after the constants. */
  Iterable<MethodSpec> makers() {
    return makers.values();
  }

  /** Has a constant made by a method. */
  private String make(String name, TypeName type, CodeBlock code) {
    String maker = names.maker(name);
    makers.put(
        name,
        MethodSpec.methodBuilder(maker)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(type)
            .addCode(code)
            .build());
    fields.put(name, field(name, type, CodeBlock.of("$L()", maker)));
    return name;
  }

  /** The names of an enum's constants. */
  String enumNames(EnumModel model) {
    String name = names.constant("enum " + model.id(), model);
    TypeName type = TypeNames.of(model.javaType());
    TypeName constantType = ParameterizedTypeName.get(TypeNames.ENUM_NAMES, type);
    if (fields.containsKey(name)) {
      return name;
    }
    if (model.constants().size() > MANY) {
      return make(name, constantType, manyNames(model, type));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.<$T>builder()\n$>$>", TypeNames.ENUM_NAMES, type);
    for (EnumModel.Constant constant : model.constants()) {
      code.add("$L\n", name(constant, type));
    }
    if (model.unknown().isPresent()) {
      code.add(".unknown($T.$L)\n", type, model.unknown().get());
    }
    code.add(".build()$<$<");
    return add(name, constantType, code.build());
  }

  private static CodeBlock name(EnumModel.Constant constant, TypeName type) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(".name($L, $T.$L", Literals.quoted(constant.name()), type, constant.javaName());
    for (String alias : constant.aliases()) {
      code.add(", $L", Literals.quoted(alias));
    }
    return code.add(")").build();
  }

  private CodeBlock manyNames(EnumModel model, TypeName type) {
    String builder = Names.allocate("names", names.locals());
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T $L = $T.builder()",
        ParameterizedTypeName.get(TypeNames.ENUM_NAMES.nestedClass("Builder"), type),
        builder,
        TypeNames.ENUM_NAMES);
    for (EnumModel.Constant constant : model.constants()) {
      code.addStatement("$L$L", builder, name(constant, type));
    }
    model
        .unknown()
        .ifPresent(unknown -> code.addStatement("$L.unknown($T.$L)", builder, type, unknown));
    return code.addStatement("return $L.build()", builder).build();
  }

  /** The properties of a record. */
  String shape(RecordModel model) {
    String name = names.constant("shape " + model.id(), model);
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.builder()\n$>$>", TypeNames.OBJECT_SHAPE);
    if (model.tag().isPresent()) {
      code.add(".tag($L)\n", Literals.quoted(model.tag().get().property()));
    }
    for (PropertyModel property : model.visibleProperties()) {
      String kind = property.required() ? "required" : "optional";
      code.add(".$L($L", kind, Literals.quoted(property.name()));
      for (String alias : property.aliases()) {
        code.add(", $L", Literals.quoted(alias));
      }
      code.add(property.sensitive() ? ").sensitive()\n" : ")\n");
    }
    code.add(".build()$<$<");
    return add(name, TypeNames.OBJECT_SHAPE, code.build());
  }

  /** What the tag of a sealed interface may say. */
  String variants(UnionModel model) {
    String name = names.constant("variants " + model.id(), model.javaType(), "_VARIANTS");
    CodeBlock variants =
        model.variants().stream()
            .map(variant -> Literals.quoted(variant.name()))
            .collect(CodeBlock.joining(", "));
    TypeName type = ParameterizedTypeName.get(List.class, String.class);
    return add(name, type, CodeBlock.of("$T.of($L)", List.class, variants));
  }

  /** The names of a tool's properties that may be shown. */
  String shownNames(ToolModel tool, Collection<String> shown) {
    String name = names.constant("shown " + tool.name(), tool.method() + "Shown");
    CodeBlock list = shown.stream().map(Literals::quoted).collect(CodeBlock.joining(",$W"));
    TypeName type = ParameterizedTypeName.get(Set.class, String.class);
    return add(name, type, CodeBlock.of("$T.of($L)", Set.class, list));
  }

  /** A regular expression. */
  String pattern(Regex regex, String property) {
    String key = "pattern " + regex.regexp() + " " + regex.flags();
    String name = names.constant(key, property + "Pattern");
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.compile($L", Pattern.class, Literals.quoted(regex.regexp()));
    String separator = ", ";
    for (String flag : regex.flags()) {
      // Jakarta's names of the flags are the JDK's.
      code.add("$L$T.$L", separator, Pattern.class, flag);
      separator = " | ";
    }
    return add(name, ClassName.get(Pattern.class), code.add(")").build());
  }

  /** A number that plain comparison can't be made with. */
  String limit(BigDecimal limit, String name) {
    String field = names.constant("limit " + limit, name);
    return add(
        field,
        ClassName.get(BigDecimal.class),
        CodeBlock.of("new $T($S)", BigDecimal.class, limit.toString()));
  }

  /** How a date or time is written that {@code @JsonFormat} has a pattern for. */
  String dateFormat(TypeModel.Text text, String pattern) {
    TypeName type = TypeNames.of(text.javaType());
    String name = names.constant("format " + type + " " + pattern, text.javaType(), "_FORMAT");
    return add(
        name,
        ParameterizedTypeName.get(TypeNames.TEXT_FORMAT, type),
        CodeBlock.of(
            "$T.pattern($L, $T::from)", TypeNames.TEXT_FORMATS, Literals.quoted(pattern), type));
  }

  private String add(String name, TypeName type, CodeBlock value) {
    if (!fields.containsKey(name)) {
      fields.put(name, field(name, type, value));
    }
    return name;
  }

  private static FieldSpec field(String name, TypeName type, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
