package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Renders the constant of what the model is told of the tools. */
final class DefinitionsConstant {

  static final TypeName LIST =
      ParameterizedTypeName.get(ClassName.get(List.class), TypeNames.TOOL_DEFINITION);

  private final ToolSetModel model;
  private final Names names;
  private final DefinitionsRenderer schemas;

  DefinitionsConstant(ToolSetModel model, DefinitionsRenderer schemas, Names names) {
    this.model = model;
    this.names = names;
    this.schemas = schemas;
  }

  /** The constant. */
  FieldSpec field() {
    FieldSpec.Builder field =
        FieldSpec.builder(
            LIST, names.definitions(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    if (parts().size() > 1) {
      return field.initializer("$L()", names.maker(names.definitions())).build();
    }
    String form = model.tools().isEmpty() ? "$T.of($L)" : "$T.of(\n$>$>$L$<$<)";
    return field.initializer(form, List.class, list(model.tools())).build();
  }

  /** The methods that make the constant, where it is too large for one expression. */
  List<MethodSpec> makers() {
    List<List<ToolModel>> parts = parts();
    if (parts.size() == 1) {
      return List.of();
    }
    String maker = names.maker(names.definitions());
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T all = new $T<>()", LIST, ArrayList.class);
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = names.part(maker, i);
      code.addStatement("all.addAll($L())", part);
      methods.add(
          maker(part).addStatement("return $T.of(\n$L)", List.class, list(parts.get(i))).build());
    }
    code.addStatement("return $T.copyOf(all)", List.class);
    methods.add(0, maker(maker).addCode(code.build()).build());
    return methods;
  }

  private List<List<ToolModel>> parts() {
    return ToolSetRenderer.parts(model.tools());
  }

  private static MethodSpec.Builder maker(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(LIST);
  }

  private CodeBlock list(List<ToolModel> tools) {
    CodeBlock.Builder list = CodeBlock.builder();
    String separator = "";
    for (ToolModel tool : tools) {
      list.add(separator).add(definition(tool));
      separator = ",\n";
    }
    return list.build();
  }

  private CodeBlock definition(ToolModel tool) {
    ToolSchema schema = schemas.schema(tool);
    String plain = schema.text();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.of(\n$>$>$S,\n", TypeNames.TOOL_DEFINITION, tool.name());
    code.add("$L,\n$L)", Literals.text(tool.description()), Literals.json(plain));
    Optional<String> strict = schema.strictText();
    if (strict.isPresent()) {
      code.add(
          strict.get().equals(plain)
              ? CodeBlock.of("\n.asStrict()")
              : CodeBlock.of("\n.withStrictParameters(\n$L)", Literals.json(strict.get())));
    }
    CodeBlock policy = PolicyRenderer.render(tool.policy());
    if (!policy.isEmpty()) {
      code.add("\n.withPolicy(").add(policy).add(")");
    }
    return code.add("$<$<").build();
  }
}
