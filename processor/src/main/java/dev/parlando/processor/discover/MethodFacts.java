package dev.parlando.processor.discover;

import dev.parlando.processor.json.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * What only the source of a tool's method has: its Javadoc, and the names of its parameters.
 *
 * @param signature its name and the erasures of its parameters' types
 * @param description what it does; empty if it has no description
 */
record MethodFacts(String signature, String description, List<Parameter> parameters) {

  /**
   * A parameter.
   *
   * @param description what it is; empty if it has no description
   * @param types the annotations on and inside its type, by position
   */
  record Parameter(String name, String description, Map<String, List<Annotation>> types) {}

  /** Reads them from a method; of one from a class file there is little to see. */
  static MethodFacts of(Lang lang, ExecutableElement method) {
    JavadocText doc = JavadocText.of(lang, method);
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      parameters.add(
          new Parameter(
              name,
              doc.parameters().getOrDefault(name, ""),
              TypeTree.of(lang, parameter.asType()).byPosition()));
    }
    return new MethodFacts(signature(lang, method), doc.description(), parameters);
  }

  /** What distinguishes a method from the others of its class. */
  static String signature(Lang lang, ExecutableElement method) {
    StringJoiner signature = new StringJoiner(",", method.getSimpleName() + "(", ")");
    for (VariableElement parameter : method.getParameters()) {
      signature.add(JavaTypes.of(lang.types().erasure(parameter.asType())).toString());
    }
    return signature.toString();
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("signature", signature);
    json.put("description", description);
    List<Object> list = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", parameter.name());
      each.put("description", parameter.description());
      each.put("types", SourceFacts.toJson(parameter.types()));
      list.add(each);
    }
    json.put("parameters", list);
    return json;
  }

  static MethodFacts fromJson(Map<?, ?> json) {
    List<Parameter> parameters = new ArrayList<>();
    for (Object each : JsonParser.list(json, "parameters")) {
      Map<?, ?> parameter = (Map<?, ?>) each;
      parameters.add(
          new Parameter(
              String.valueOf(parameter.get("name")),
              String.valueOf(parameter.get("description")),
              SourceFacts.fromJson(JsonParser.child(parameter, "types"))));
    }
    return new MethodFacts(
        String.valueOf(json.get("signature")), String.valueOf(json.get("description")), parameters);
  }
}
