package dev.parlando.processor.render;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.JavaType;
import java.util.List;

/** Names of types in generated code. */
final class TypeNames {

  static final ClassName ARGUMENT_MASK = ClassName.get("dev.parlando.json", "ArgumentMask");
  static final ClassName ARGUMENT_OPTIONS = ClassName.get("dev.parlando.tool", "ArgumentOptions");
  static final ClassName ARGUMENT_READER = ClassName.get("dev.parlando.json", "ArgumentReader");
  static final ClassName ARRAY_COPIES = ClassName.get("dev.parlando.json", "ArrayCopies");
  static final ClassName AGENT_PROFILE = ClassName.get("dev.parlando.tool", "AgentProfile");
  static final ClassName CHECKS = ClassName.get("dev.parlando.json", "Checks");
  static final ClassName CUSTOM_CONSTRAINTS =
      ClassName.get("dev.parlando.json", "CustomConstraints");
  static final ClassName ENUM_NAMES = ClassName.get("dev.parlando.json", "EnumNames");
  static final ClassName GENERATED = ClassName.bestGuess(AnnotationNames.GENERATED);
  static final ClassName INVALID_ARGUMENTS =
      ClassName.get("dev.parlando.tool", "InvalidArgumentsException");
  static final ClassName MAP_KEYS = ClassName.get("dev.parlando.json", "MapKeys");
  static final ClassName OBJECT_SHAPE = ClassName.get("dev.parlando.json", "ObjectShape");
  static final ClassName RESULT_WRITER = ClassName.get("dev.parlando.json", "ResultWriter");
  static final ClassName RESULTS = ClassName.get("dev.parlando.json", "Results");
  static final ClassName SIDE_EFFECT = ClassName.get("dev.parlando", "SideEffect");
  static final ClassName DURATION = ClassName.get("java.time", "Duration");
  static final ClassName TEXT_FORMAT = ClassName.get("dev.parlando.json", "TextFormat");
  static final ClassName TEXT_FORMATS = ClassName.get("dev.parlando.json", "TextFormats");
  static final ClassName TOOL_CALL = ClassName.get("dev.parlando.tool", "ToolCall");
  static final ClassName TOOL_DEFINITION = ClassName.get("dev.parlando.tool", "ToolDefinition");
  static final ClassName TOOL_INVOCATION = ClassName.get("dev.parlando.tool", "ToolInvocation");
  static final ClassName TOOL_POLICY = ClassName.get("dev.parlando.tool", "ToolPolicy");
  static final ClassName TOOL_RESULT = ClassName.get("dev.parlando.tool", "ToolResult");
  static final ClassName TOOL_SET = ClassName.get("dev.parlando.tool", "ToolSet");

  private TypeNames() {}

  static TypeName of(JavaType type) {
    if (type instanceof JavaType.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof JavaType.ClassType classType) {
      TypeName[] arguments = new TypeName[classType.arguments().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = of(classType.arguments().get(i));
      }
      ClassName raw = raw(classType);
      return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }
    if (type instanceof JavaType.Wildcard wildcard) {
      TypeName bound = of(wildcard.bound());
      return wildcard.isUpper()
          ? WildcardTypeName.subtypeOf(bound)
          : WildcardTypeName.supertypeOf(bound);
    }
    return primitive(((JavaType.Primitive) type).keyword());
  }

  static ClassName raw(JavaType.ClassType type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> TypeName.VOID;
    };
  }
}
