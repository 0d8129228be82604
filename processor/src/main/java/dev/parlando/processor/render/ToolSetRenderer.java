package dev.parlando.processor.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Renders the class that implements one annotated class's tools. */
public final class ToolSetRenderer {

  private final ToolSetModel model;
  private final DefinitionsRenderer schemas;
  private final ClassName generated;
  private final ClassName agent;
  private final Names names;
  private final Constants constants;

  /** Renders one class's tools. */
  public ToolSetRenderer(ToolSetModel model, DefinitionsRenderer schemas) {
    this.model = model;
    this.schemas = schemas;
    this.generated = TypeNames.raw(model.generated());
    this.agent = TypeNames.raw(model.agent());
    this.names = new Names(model);
    this.constants = new Constants(names);
  }

  /** The source text. */
  public String source() {
    Checks checks = new Checks(constants);
    ReadExpressions read =
        new ReadExpressions(generated, model.arguments(), names, constants, checks);
    WriteExpressions write = new WriteExpressions(generated, model.results(), names, constants);
    List<MethodSpec> invocations = new InvocationRenderer(model, generated, names, write).methods();
    List<MethodSpec> decoders =
        new DecoderRenderer(model.arguments(), names, constants, read, checks).methods();
    List<MethodSpec> encoders = new EncoderRenderer(model.results(), names, write).methods();

    Optional<MethodSpec> masked = new MaskRenderer(model, constants).method();

    TypeSpec.Builder type = start();
    type.addJavadoc(
        "The tools of {@link $T}: what the model is told, and how calls are run.\n", agent);
    model.profile().ifPresent(profile -> type.addField(profile(profile)));
    type.addField(definitions());
    constants.fields().forEach(type::addField);
    type.addField(
        FieldSpec.builder(agent, names.agent(), Modifier.PRIVATE, Modifier.FINAL).build());
    type.addMethod(constructor());
    model
        .profile()
        .ifPresent(
            profile -> type.addMethod(getter("agent", TypeNames.AGENT_PROFILE, names.profile())));
    type.addMethod(getter("definitions", listOfDefinitions(), names.definitions()));
    masked.ifPresent(type::addMethod);
    type.addMethod(prepare());
    type.addMethods(invocations).addMethods(decoders).addMethods(encoders);
    for (DeclaredModel each : model.arguments().all()) {
      if (each instanceof RecordModel arguments
          && !arguments.declared()
          && !arguments.isNothing()) {
        type.addType(holder(arguments));
      }
    }
    return SourceText.of(
        JavaFile.builder(generated.packageName(), type.build()).indent("  ").build());
  }

  /** The source text of a class that can't do anything, so that only what is wrong is reported. */
  public String skeleton() {
    TypeSpec.Builder type = start();
    // Not the annotated class, which may be what is wrong.
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(visibility())
            .addParameter(Object.class, "agent")
            .build());
    type.addMethod(
        override("definitions")
            .returns(listOfDefinitions())
            .addStatement("return $T.of()", List.class)
            .build());
    type.addMethod(
        override("prepare")
            .returns(TypeNames.TOOL_INVOCATION)
            .addParameter(TypeNames.TOOL_CALL, "call")
            .addParameter(TypeNames.ARGUMENT_OPTIONS, "options")
            .addStatement(
                "throw new $T($S)",
                IllegalStateException.class,
                model.agent().nestedName() + " was compiled with errors")
            .build());
    return SourceText.of(
        JavaFile.builder(generated.packageName(), type.build()).indent("  ").build());
  }

  private TypeSpec.Builder start() {
    return TypeSpec.classBuilder(generated)
        .addAnnotation(
            AnnotationSpec.builder(TypeNames.GENERATED)
                .addMember("value", "$S", "dev.parlando.processor")
                .build())
        .addAnnotation(suppressions())
        .addModifiers(visibility())
        .addModifiers(Modifier.FINAL)
        .addSuperinterface(TypeNames.TOOL_SET)
        .alwaysQualify(names.packageRoots());
  }

  /** What compilers may find in this class is not what its user can mend. */
  private AnnotationSpec suppressions() {
    CodeBlock warnings =
        CodeBlock.of(
            "{\"all\", \"deprecation\", \"removal\", \"unchecked\", \"rawtypes\", \"NullAway\"");
    String exports = model.isPublic() ? ", \"exports\"}" : "}";
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "$L$L", warnings, exports)
        .build();
  }

  private Modifier[] visibility() {
    return model.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  private FieldSpec profile(ToolSetModel.ProfileModel profile) {
    return constant(TypeNames.AGENT_PROFILE, names.profile())
        .initializer(
            "new $T(\n$>$>$L,\n$L,\n$L$<$<)",
            TypeNames.AGENT_PROFILE,
            Literals.text(profile.instructions()),
            Literals.quoted(profile.voice()),
            Literals.quoted(profile.model()))
        .build();
  }

  private FieldSpec definitions() {
    CodeBlock definitions =
        model.tools().stream()
            .map(tool -> definition(tool, schemas.schema(tool)))
            .collect(CodeBlock.joining(",\n"));
    return constant(listOfDefinitions(), names.definitions())
        .initializer(
            model.tools().isEmpty() ? "$T.of($L)" : "$T.of(\n$>$>$L$<$<)", List.class, definitions)
        .build();
  }

  private static CodeBlock definition(ToolModel tool, ToolSchema schema) {
    String plain = schema.text();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.of(\n$>$>$S,\n", TypeNames.TOOL_DEFINITION, tool.name());
    code.add("$L,\n$L)", Literals.text(tool.description()), Literals.json(plain));
    schema
        .strictText()
        .ifPresent(
            strict ->
                code.add(
                    strict.equals(plain)
                        ? CodeBlock.of("\n.asStrict()")
                        : CodeBlock.of("\n.withStrictParameters(\n$L)", Literals.json(strict))));
    CodeBlock policy = PolicyRenderer.render(tool.policy());
    if (!policy.isEmpty()) {
      code.add("\n.withPolicy(").add(policy).add(")");
    }
    return code.add("$<$<").build();
  }

  private static TypeName listOfDefinitions() {
    return ParameterizedTypeName.get(ClassName.get(List.class), TypeNames.TOOL_DEFINITION);
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("@param agent runs the tools\n")
        .addModifiers(visibility())
        .addParameter(agent, "agent")
        .addStatement(
            "this.$L = $T.requireNonNull(agent, $S)", names.agent(), Objects.class, "agent")
        .build();
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private static MethodSpec getter(String name, TypeName type, String constant) {
    return override(name).returns(type).addStatement("return $L", constant).build();
  }

  private MethodSpec prepare() {
    CodeBlock unknown =
        CodeBlock.of(
            "throw new $T($S + call.name());\n",
            IllegalArgumentException.class,
            model.agent().nestedName() + " has no tool named ");
    CodeBlock.Builder code = CodeBlock.builder();
    if (model.tools().isEmpty()) {
      code.add(unknown);
    } else {
      code.add("return switch (call.name()) {\n$>");
      for (ToolModel tool : model.tools()) {
        code.add("case $S -> $L(call, options);\n", tool.name(), names.tool(tool));
      }
      code.add("default -> $L$<};\n", unknown);
    }
    return override("prepare")
        .returns(TypeNames.TOOL_INVOCATION)
        .addParameter(TypeNames.TOOL_CALL, "call")
        .addParameter(TypeNames.ARGUMENT_OPTIONS, "options")
        .addException(TypeNames.INVALID_ARGUMENTS)
        .addCode(code.build())
        .build();
  }

  /** Plain parameters on their way to the call. A class, since javac can't read back records. */
  private TypeSpec holder(RecordModel arguments) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder((ClassName) names.type(arguments))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (PropertyModel property : arguments.properties()) {
      TypeName propertyType = TypeNames.of(property.javaType());
      type.addField(propertyType, property.javaName(), Modifier.FINAL);
      constructor.addParameter(propertyType, property.javaName());
      constructor.addStatement("this.$1L = $1L", property.javaName());
    }
    return type.addMethod(constructor.build()).build();
  }
}
