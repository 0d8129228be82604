package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
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

/** The constants that generated methods share; each is made when it is first asked for. */
final class Constants {

  private final Names names;
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();

  Constants(Names names) {
    this.names = names;
  }

  Iterable<FieldSpec> fields() {
    return fields.values();
  }

  /** The names of an enum's constants. */
  String enumNames(EnumModel model) {
    String name = names.constant("enum " + model.id(), model);
    TypeName type = TypeNames.of(model.javaType());
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.<$T>builder()\n$>$>", TypeNames.ENUM_NAMES, type);
    for (EnumModel.Constant constant : model.constants()) {
      code.add(".name($L, $T.$L", Literals.quoted(constant.name()), type, constant.javaName());
      constant.aliases().forEach(alias -> code.add(", $L", Literals.quoted(alias)));
      code.add(")\n");
    }
    model.unknown().ifPresent(unknown -> code.add(".unknown($T.$L)\n", type, unknown));
    code.add(".build()$<$<");
    return add(name, ParameterizedTypeName.get(TypeNames.ENUM_NAMES, type), code.build());
  }

  /** The properties of a record. */
  String shape(RecordModel model) {
    String name = names.constant("shape " + model.id(), model);
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.builder()\n$>$>", TypeNames.OBJECT_SHAPE);
    model.tag().ifPresent(tag -> code.add(".tag($L)\n", Literals.quoted(tag.property())));
    for (PropertyModel property : model.visibleProperties()) {
      String kind = property.required() ? "required" : "optional";
      code.add(".$L($L", kind, Literals.quoted(property.name()));
      property.aliases().forEach(alias -> code.add(", $L", Literals.quoted(alias)));
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
    fields.computeIfAbsent(
        name,
        key ->
            FieldSpec.builder(type, key, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build());
    return name;
  }
}
