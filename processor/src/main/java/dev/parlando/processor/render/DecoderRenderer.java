package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.UnionModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.WrapperModel;
import dev.parlando.processor.model.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Renders the methods that read the application's types. */
final class DecoderRenderer {

  private final TypeTable types;
  private final Names names;
  private final Constants constants;
  private final ReadExpressions expressions;
  private final Checks checks;
  private final DefaultExpressions defaults;

  DecoderRenderer(
      TypeTable types,
      Names names,
      Constants constants,
      ReadExpressions expressions,
      Checks checks) {
    this.types = types;
    this.names = names;
    this.constants = constants;
    this.expressions = expressions;
    this.checks = checks;
    this.defaults = new DefaultExpressions(types, expressions);
  }

  /** One method for each type that is more than a name. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (DeclaredModel model : types.all()) {
      if (model instanceof RecordModel object && !object.isNothing()) {
        methods.add(object(object));
      } else if (model instanceof UnionModel union) {
        methods.add(union(union));
      } else if (model instanceof WrapperModel wrapper) {
        methods.add(wrapper(wrapper));
      }
    }
    return methods;
  }

  private MethodSpec.Builder method(DeclaredModel model, String in) {
    return MethodSpec.methodBuilder(names.reader(model))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(names.type(model))
        .addParameter(TypeNames.ARGUMENT_READER, in);
  }

  private MethodSpec object(RecordModel model) {
    CodeBlock.Builder code = CodeBlock.builder();
    NameAllocator locals = names.locals();
    String in = Names.allocate("in", locals);
    // By name, as the hash of a whole model would be one of everything in it.
    for (PropertyModel property : model.properties()) {
      locals.newName(Names.local(property), property.javaName());
    }
    String name = Names.allocate("name", locals);
    String value = Names.allocate("value", locals);
    code.beginControlFlow("if (!$L.beginObject($L))", in, constants.shape(model))
        .addStatement("return null")
        .endControlFlow();
    for (PropertyModel property : model.properties()) {
      TypeName type = TypeNames.of(property.javaType());
      code.addStatement("$T $L = $L", type, locals.get(property.javaName()), initial(property));
    }
    if (model.visibleProperties().isEmpty()) {
      code.addStatement("$L.nextName()", in);
    } else {
      code.beginControlFlow(
          "for ($2T $1L = $3L.nextName(); $1L != null; $1L = $3L.nextName())",
          name,
          String.class,
          in);
      code.beginControlFlow("switch ($L)", name);
      for (PropertyModel property : model.visibleProperties()) {
        code.add(property(property, locals, in, value));
      }
      code.endControlFlow().endControlFlow();
    }
    code.add("return $L.endObject()\n$>$>? new $T(", in, names.type(model));
    String separator = "";
    for (PropertyModel property : model.properties()) {
      code.add(separator + "$L", locals.get(property.javaName()));
      separator = ",$W";
    }
    code.add(")\n: null;\n$<$<");
    return method(model, in).addCode(code.build()).build();
  }

  /** What a property is until the model sets it. */
  private CodeBlock initial(PropertyModel property) {
    Optional<String> text = property.defaultValue();
    Wrapping wrapping = property.wrapping();
    if (text.isEmpty()) {
      return wrapping == Wrapping.NONE
          ? CodeBlock.of("$L", blank(property))
          : CodeBlock.of("$T.empty()", wrapping.javaClass());
    }
    CodeBlock value = defaults.of(property.value().type(), text.get());
    return wrapping == Wrapping.NONE
        ? value
        : CodeBlock.of("$T.of($L)", wrapping.javaClass(), value);
  }

  private static String blank(PropertyModel property) {
    TypeName type = TypeNames.of(property.javaType());
    if (!type.isPrimitive()) {
      return "null";
    }
    return type.equals(TypeName.BOOLEAN) ? "false" : "0";
  }

  private CodeBlock property(
      PropertyModel property, NameAllocator locals, String in, String unwrapped) {
    String local = locals.get(property.javaName());
    ValueModel value = property.value();
    CodeBlock name = Literals.quoted(property.name());
    CodeBlock read = expressions.read(value.type(), in, locals);
    if (!checks.any(value)) {
      return CodeBlock.builder()
          .add("case $L -> $L = $L;\n", name, local, wrap(property, read))
          .build();
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("case $L ->", name);
    if (property.wrapping() == Wrapping.NONE) {
      code.add("$L = $L;\n", local, read);
      code.add(checks.statements(value, in, local, property.javaName()));
    } else {
      code.add("$T $L = $L;\n", ReadExpressions.localType(value.type()), unwrapped, read);
      code.add(checks.statements(value, in, unwrapped, property.javaName()));
      code.add("$L = $L;\n", local, wrap(property, CodeBlock.of("$L", unwrapped)));
    }
    return code.endControlFlow().build();
  }

  private static CodeBlock wrap(PropertyModel property, CodeBlock value) {
    Wrapping wrapping = property.wrapping();
    if (wrapping == Wrapping.NONE) {
      return value;
    }
    boolean mayBeNull =
        wrapping == Wrapping.OPTIONAL
            && !ReadExpressions.localType(property.value().type()).isPrimitive();
    return CodeBlock.of("$T.$L($L)", wrapping.javaClass(), mayBeNull ? "ofNullable" : "of", value);
  }

  private MethodSpec union(UnionModel model) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T variant = in.readTag($L, $L)",
        String.class,
        Literals.quoted(model.tag()),
        constants.variants(model));
    code.beginControlFlow("if (variant == null)").addStatement("return null").endControlFlow();
    code.add("return switch (variant) {\n$>");
    for (UnionModel.Variant variant : model.variants()) {
      String reader = names.reader(types.get(variant.type()));
      code.add("case $L -> $L(in);\n", Literals.quoted(variant.name()), reader);
    }
    code.add("default -> throw new $T(variant);\n$<};\n", IllegalStateException.class);
    return method(model, "in").addCode(code.build()).build();
  }

  private MethodSpec wrapper(WrapperModel model) {
    ValueModel value = model.value();
    NameAllocator locals = new NameAllocator();
    for (String name : List.of("in", "violations", "value")) {
      Names.allocate(name, locals);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    TypeName type = ReadExpressions.localType(value.type());
    code.addStatement("int violations = in.violationCount()");
    code.addStatement("$T value = $L", type, expressions.read(value.type(), "in", locals));
    code.add(checks.statements(value, "in", "value", model.javaType().simpleName()));
    code.addStatement(
        "return in.violationCount() == violations ? new $T(value) : null",
        TypeNames.of(model.javaType()));
    return method(model, "in").addCode(code.build()).build();
  }
}
