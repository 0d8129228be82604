package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ResultModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolModel.Parameter;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.Wrapping;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Renders the methods that decode a call's arguments and call the tool. */
final class InvocationRenderer {

  private final ToolSetModel model;
  private final ClassName generated;
  private final Names names;
  private final WriteExpressions results;

  InvocationRenderer(
      ToolSetModel model, ClassName generated, Names names, WriteExpressions results) {
    this.model = model;
    this.generated = generated;
    this.names = names;
    this.results = results;
  }

  /** One method for each tool. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (ToolModel tool : model.tools()) {
      methods.add(method(tool));
    }
    return methods;
  }

  private MethodSpec method(ToolModel tool) {
    RecordModel arguments = (RecordModel) model.arguments().get(tool.arguments());
    Variables variables = new Variables(names.locals());
    CodeBlock.Builder code = CodeBlock.builder();
    if (arguments.isNothing()) {
      code.addStatement(
          "$T.readNothing($L, $L)",
          TypeNames.ARGUMENT_READER,
          variables.call(),
          variables.options());
    } else {
      code.addStatement(
          "$T $L =$W$T.read($L, $L,$W$T::$L)",
          names.type(arguments),
          variables.arguments(),
          TypeNames.ARGUMENT_READER,
          variables.call(),
          variables.options(),
          generated,
          names.reader(arguments));
    }
    code.add(validation(arguments, variables));
    CodeBlock call = call(tool, variables);
    if (tool.result().kind() == ResultModel.Kind.NONE && !tool.result().later()) {
      code.add("return $L -> {\n$>", variables.context());
      code.addStatement("$L", call);
      code.addStatement("return $T.none()", TypeNames.TOOL_RESULT);
      code.add("$<};\n");
    } else {
      code.addStatement("return $L ->$W$L", variables.context(), result(tool.result(), call));
    }
    return MethodSpec.methodBuilder(names.tool(tool))
        .addModifiers(Modifier.PRIVATE)
        .returns(TypeNames.TOOL_INVOCATION)
        .addParameter(TypeNames.TOOL_CALL, variables.call())
        .addParameter(TypeNames.ARGUMENT_OPTIONS, variables.options())
        .addException(TypeNames.INVALID_ARGUMENTS)
        .addCode(code.build())
        .build();
  }

  /** The application's own constraints are checked after the arguments have become values. */
  private CodeBlock validation(RecordModel arguments, Variables variables) {
    if (arguments.declared()) {
      TypeModel type = new TypeModel.Declared(arguments.id(), arguments.javaType());
      return validation(type, variables.arguments(), "", variables);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (PropertyModel property : arguments.visibleProperties()) {
      String argument = variables.arguments() + "." + property.javaName();
      code.add(validation(property.value().type(), argument, property.name(), variables));
    }
    return code.build();
  }

  private CodeBlock validation(TypeModel type, String argument, String path, Variables variables) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (model.arguments().needsValidator(type)) {
      code.addStatement(
          "$T.check($L, $L, $L)",
          TypeNames.CUSTOM_CONSTRAINTS,
          argument,
          Literals.quoted(path),
          variables.options());
    }
    return code.build();
  }

  private CodeBlock call(ToolModel tool, Variables variables) {
    CodeBlock.Builder call = CodeBlock.builder();
    if (tool.isStatic()) {
      call.add("$T.$L(", TypeNames.raw(model.agent()), tool.method());
    } else {
      call.add("$L.$L(", names.agent(), tool.method());
    }
    String separator = "";
    for (Parameter parameter : tool.parameters()) {
      call.add(separator + "$L", argument(parameter, variables));
      separator = ",$W";
    }
    return call.add(")").build();
  }

  private static String argument(Parameter parameter, Variables variables) {
    return switch (parameter.source()) {
      case ARGUMENTS -> variables.arguments();
      case CONTEXT -> variables.context();
      case PROPERTY -> variables.arguments() + "." + parameter.name();
    };
  }

  private CodeBlock result(ResultModel result, CodeBlock value) {
    if (result.later()) {
      CodeBlock each = value(result, CodeBlock.of("value"));
      return CodeBlock.of(
          "$T.later($L.thenApply(value ->$W$L))", TypeNames.TOOL_RESULT, value, each);
    }
    return value(result, value);
  }

  private CodeBlock value(ResultModel result, CodeBlock value) {
    CodeBlock unwrapped =
        result.wrapping() == Wrapping.OPTIONAL ? CodeBlock.of("$L.orElse(null)", value) : value;
    return switch (result.kind()) {
      case NONE -> CodeBlock.of("$T.none()", TypeNames.TOOL_RESULT);
      case RESULT -> CodeBlock.of("$T.of($L)", TypeNames.RESULTS, unwrapped);
      case TEXT ->
          WriteExpressions.isScalar(result.type())
              ? CodeBlock.of("$T.text($L)", TypeNames.RESULTS, unwrapped)
              : CodeBlock.of(
                  "$T.text($L, $L)", TypeNames.RESULTS, unwrapped, results.format(result.type()));
      case JSON ->
          result.wrapping().primitive().isPresent()
              ? CodeBlock.of("$T.json($L)", TypeNames.RESULTS, unwrapped)
              : CodeBlock.of(
                  "$T.json($L,$W$L)", TypeNames.RESULTS, unwrapped, results.encoder(result.type()));
    };
  }

  /** The variables of a method; each may be called otherwise where a type has its name. */
  private record Variables(String call, String options, String arguments, String context) {

    Variables(NameAllocator locals) {
      this(
          Names.allocate("call", locals),
          Names.allocate("options", locals),
          Names.allocate("arguments", locals),
          Names.allocate("context", locals));
    }
  }
}
