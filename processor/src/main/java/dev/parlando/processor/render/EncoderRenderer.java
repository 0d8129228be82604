package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.UnionModel;
import dev.parlando.processor.model.WrapperModel;
import dev.parlando.processor.model.Wrapping;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Renders the methods that write the application's types. */
final class EncoderRenderer {

  private final TypeTable types;
  private final Names names;
  private final WriteExpressions expressions;

  EncoderRenderer(TypeTable types, Names names, WriteExpressions expressions) {
    this.types = types;
    this.names = names;
    this.expressions = expressions;
  }

  /** One method for each type that is more than a name. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (DeclaredModel model : types.all()) {
      if (model instanceof RecordModel object) {
        methods.add(object(object));
      } else if (model instanceof UnionModel union) {
        methods.add(union(union));
      } else if (model instanceof WrapperModel wrapper) {
        methods.add(wrapper(wrapper));
      }
    }
    return methods;
  }

  private MethodSpec.Builder method(DeclaredModel model) {
    return MethodSpec.methodBuilder(names.writer(model))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(TypeNames.RESULT_WRITER, "out")
        .addParameter(TypeNames.of(model.javaType()), "value");
  }

  private MethodSpec object(RecordModel model) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("out.beginObject()");
    if (model.tag().isPresent()) {
      RecordModel.Tag tag = model.tag().get();
      code.addStatement(
          "out.property($L, $L)", Literals.quoted(tag.property()), Literals.quoted(tag.value()));
    }
    for (PropertyModel property : model.visibleProperties()) {
      code.add(property(property));
    }
    code.addStatement("out.endObject()");
    return method(model).addCode(code.build()).build();
  }

  private CodeBlock property(PropertyModel property) {
    TypeModel type = property.value().type();
    CodeBlock name = Literals.quoted(property.name());
    String value = "value." + property.javaName() + "()";
    CodeBlock.Builder code = CodeBlock.builder();
    if (property.wrapping() == Wrapping.NONE) {
      if (type.javaType() instanceof JavaType.Primitive && !WriteExpressions.isPlain(type)) {
        return code.addStatement("out.name($L)", name)
            .addStatement("$L", expressions.render(type, "out", value))
            .build();
      }
    } else if (property.wrapping() == Wrapping.OPTIONAL) {
      value += ".orElse(null)";
    } else {
      String getter = property.wrapping().getter();
      return code.beginControlFlow("if ($L.isPresent())", value)
          .addStatement("out.property($L, $L.$L())", name, value, getter)
          .endControlFlow()
          .build();
    }
    if (WriteExpressions.isPlain(type)) {
      return code.addStatement("out.property($L, $L)", name, value).build();
    }
    CodeBlock encoder = expressions.encoder(type);
    return code.addStatement("out.property($L, $L,$W$L)", name, value, encoder).build();
  }

  private MethodSpec union(UnionModel model) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (UnionModel.Variant variant : model.variants()) {
      DeclaredModel type = types.get(variant.type());
      // No chain of else, which is as deep for a compiler as it is long.
      code.beginControlFlow("if (value instanceof $T each)", TypeNames.of(type.javaType()))
          .addStatement("$L(out, each)", names.writer(type))
          .addStatement("return")
          .endControlFlow();
    }
    return method(model).addCode(code.build()).build();
  }

  private MethodSpec wrapper(WrapperModel model) {
    String value = "value." + model.accessor() + "()";
    CodeBlock write = expressions.render(model.value().type(), "out", value);
    return method(model).addStatement("$L", write).build();
  }
}
