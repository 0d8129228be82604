package dev.parlando.processor.discover;

import dev.parlando.processor.json.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What only the source of a type has: its Javadoc, and the annotations inside its types. It is
 * stored beside the class file, so that a build which compiles only those who use the type finds
 * it.
 *
 * @param description what the type is
 * @param order the constants of an enum or the variants of a sealed interface, in order: not every
 *     compiler keeps it
 * @param members what its components or constants are, by name
 * @param types the annotations inside the components' types, by name and position
 * @param methods its tools, in order
 */
record SourceFacts(
    String description,
    List<String> order,
    Map<String, String> members,
    Map<String, Map<String, List<Annotation>>> types,
    List<MethodFacts> methods) {

  static final SourceFacts NONE = new SourceFacts("", List.of(), Map.of(), Map.of(), List.of());

  /** Reads them from a type that is compiled from source. */
  static SourceFacts of(Lang lang, TypeElement type) {
    JavadocText doc = JavadocText.of(lang, type);
    List<String> order = new ArrayList<>();
    Map<String, String> members = new TreeMap<>();
    Map<String, Map<String, List<Annotation>>> types = new TreeMap<>();
    if (type.getKind() == ElementKind.RECORD) {
      for (RecordComponentElement component : type.getRecordComponents()) {
        String name = component.getSimpleName().toString();
        putIfSaid(members, name, doc.parameters().getOrDefault(name, ""));
        Map<String, List<Annotation>> annotations =
            TypeTree.of(lang, component.asType()).byPosition();
        if (!annotations.isEmpty()) {
          types.put(name, annotations);
        }
      }
    } else if (UnionReader.isUnion(type, false)) {
      order.addAll(UnionReader.declarationOrder(type));
    } else if (type.getKind() == ElementKind.ENUM) {
      for (Element constant : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
          String name = constant.getSimpleName().toString();
          order.add(name);
          putIfSaid(members, name, JavadocText.of(lang, constant).description());
        }
      }
    }
    List<MethodFacts> methods = new ArrayList<>();
    for (ExecutableElement method : ToolMethods.declaredIn(type)) {
      methods.add(MethodFacts.of(lang, method));
    }
    return new SourceFacts(doc.description(), order, members, types, methods);
  }

  private static void putIfSaid(Map<String, String> members, String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, text);
    }
  }

  /** What a tool's source has, by its signature. */
  Optional<MethodFacts> method(String signature) {
    return methods.stream().filter(each -> each.signature().equals(signature)).findFirst();
  }

  /** What a component or constant is; empty if it has no description. */
  String member(String name) {
    return members.getOrDefault(name, "");
  }

  /** The annotations inside a component's type, by position. */
  Map<String, List<Annotation>> typesOf(String component) {
    return types.getOrDefault(component, Map.of());
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("description", description);
    json.put("order", order);
    json.put("members", members);
    Map<String, Object> annotations = new TreeMap<>();
    for (Map.Entry<String, Map<String, List<Annotation>>> each : types.entrySet()) {
      annotations.put(each.getKey(), toJson(each.getValue()));
    }
    json.put("types", annotations);
    if (!methods.isEmpty()) {
      List<Object> list = new ArrayList<>();
      for (MethodFacts method : methods) {
        list.add(method.toJson());
      }
      json.put("methods", list);
    }
    return json;
  }

  static Map<String, Object> toJson(Map<String, List<Annotation>> byPosition) {
    Map<String, Object> json = new TreeMap<>();
    for (Map.Entry<String, List<Annotation>> each : byPosition.entrySet()) {
      List<Object> list = new ArrayList<>();
      for (Annotation annotation : each.getValue()) {
        list.add(annotation.toJson());
      }
      json.put(each.getKey(), list);
    }
    return json;
  }

  /**
   * What {@link KeptFacts} wrote, by the names of types as in class files.
   *
   * @throws IllegalArgumentException if it did not write that
   */
  static Map<String, SourceFacts> fromJson(String text) {
    if (!(JsonParser.parse(text) instanceof Map<?, ?> json)) {
      throw new IllegalArgumentException("no object");
    }
    Map<String, SourceFacts> facts = new TreeMap<>();
    for (Object type : json.keySet()) {
      facts.put(String.valueOf(type), of(JsonParser.child(json, String.valueOf(type))));
    }
    return facts;
  }

  private static SourceFacts of(Map<?, ?> json) {
    List<String> order = new ArrayList<>();
    JsonParser.list(json, "order").forEach(name -> order.add(String.valueOf(name)));
    Map<String, String> members = new TreeMap<>();
    JsonParser.child(json, "members")
        .forEach((name, member) -> members.put(String.valueOf(name), String.valueOf(member)));
    Map<String, Map<String, List<Annotation>>> types = new TreeMap<>();
    JsonParser.child(json, "types")
        .forEach((name, each) -> types.put(String.valueOf(name), fromJson((Map<?, ?>) each)));
    List<MethodFacts> methods = new ArrayList<>();
    if (json.containsKey("methods")) {
      JsonParser.list(json, "methods")
          .forEach(method -> methods.add(MethodFacts.fromJson((Map<?, ?>) method)));
    }
    return new SourceFacts(String.valueOf(json.get("description")), order, members, types, methods);
  }

  static Map<String, List<Annotation>> fromJson(Map<?, ?> json) {
    Map<String, List<Annotation>> byPosition = new TreeMap<>();
    json.forEach(
        (position, list) ->
            byPosition.put(
                String.valueOf(position),
                ((List<?>) list)
                    .stream().map(each -> Annotation.fromJson((Map<?, ?>) each)).toList()));
    return byPosition;
  }
}
