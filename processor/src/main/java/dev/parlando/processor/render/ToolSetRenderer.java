package dev.parlando.processor.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Renders the class that implements one annotated class's tools. */
public final class ToolSetRenderer {

  /** As many tools as one method can handle. */
  private static final int MANY = 200;

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

    List<MethodSpec> masked = new MaskRenderer(model, names, constants).methods();

    DefinitionsConstant definitions = new DefinitionsConstant(model, schemas, names);
    TypeSpec.Builder type = start();
    type.addJavadoc(
        "The tools of {@link $T}: what the model is told, and how calls are run.\n", agent);
    if (model.profile().isPresent()) {
      type.addField(profile(model.profile().get()));
    }
    type.addField(definitions.field());
    type.addFields(constants.fields());
    type.addField(
        FieldSpec.builder(agent, names.agent(), Modifier.PRIVATE, Modifier.FINAL).build());
    type.addMethod(constructor());
    if (model.profile().isPresent()) {
      type.addMethod(getter("agent", TypeNames.AGENT_PROFILE, names.profile()));
    }
    type.addMethod(getter("definitions", DefinitionsConstant.LIST, names.definitions()));
    type.addMethods(masked);
    type.addMethods(prepare());
    type.addMethods(definitions.makers()).addMethods(constants.makers());
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
            .returns(DefinitionsConstant.LIST)
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

  /** Tools in portions that one method can handle: its size is limited. */
  static List<List<ToolModel>> parts(List<ToolModel> tools) {
    List<List<ToolModel>> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < tools.size(); from += MANY) {
      parts.add(tools.subList(from, Math.min(from + MANY, tools.size())));
    }
    return parts;
  }

  private List<MethodSpec> prepare() {
    List<List<ToolModel>> parts = parts(model.tools());
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      CodeBlock other =
          i + 1 < parts.size()
              ? CodeBlock.of("$L(call, options);\n", names.part("prepare", i + 1))
              : CodeBlock.of(
                  "throw new $T($S + call.name());\n",
                  IllegalArgumentException.class,
                  model.agent().nestedName() + " has no tool named ");
      MethodSpec.Builder method =
          i == 0
              ? override("prepare")
              : MethodSpec.methodBuilder(names.part("prepare", i)).addModifiers(Modifier.PRIVATE);
      methods.add(
          method
              .returns(TypeNames.TOOL_INVOCATION)
              .addParameter(TypeNames.TOOL_CALL, "call")
              .addParameter(TypeNames.ARGUMENT_OPTIONS, "options")
              .addException(TypeNames.INVALID_ARGUMENTS)
              .addCode(prepare(parts.get(i), other))
              .build());
    }
    return methods;
  }

  private CodeBlock prepare(List<ToolModel> tools, CodeBlock other) {
    if (tools.isEmpty()) {
      return other;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch (call.name()) {\n$>");
    for (ToolModel tool : tools) {
      code.add("case $S -> $L(call, options);\n", tool.name(), names.tool(tool));
    }
    return code.add("default -> $L$<};\n", other).build();
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
