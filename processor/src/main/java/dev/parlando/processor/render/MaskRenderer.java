package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Renders the method that hides what is sensitive in arguments. */
final class MaskRenderer {

  private final ToolSetModel model;
  private final Names names;
  private final Constants constants;

  MaskRenderer(ToolSetModel model, Names names, Constants constants) {
    this.model = model;
    this.names = names;
    this.constants = constants;
  }

  /** The method, and those that share its work; none if nothing is sensitive. */
  List<MethodSpec> methods() {
    List<ToolModel> sensitive = new ArrayList<>();
    for (ToolModel tool : model.tools()) {
      if (isSensitive(tool)) {
        sensitive.add(tool);
      }
    }
    if (sensitive.isEmpty()) {
      return List.of();
    }
    List<List<ToolModel>> parts = ToolSetRenderer.parts(sensitive);
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      MethodSpec.Builder method =
          i == 0
              ? MethodSpec.methodBuilder("masked")
                  .addAnnotation(Override.class)
                  .addModifiers(Modifier.PUBLIC)
              : MethodSpec.methodBuilder(names.part("masked", i)).addModifiers(Modifier.PRIVATE);
      String other =
          i + 1 < parts.size() ? names.part("masked", i + 1) + "(call)" : "call.arguments()";
      method.addCode("return switch (call.name()) {\n$>");
      parts.get(i).forEach(tool -> method.addCode(masked(tool)));
      methods.add(
          method
              .returns(String.class)
              .addParameter(TypeNames.TOOL_CALL, "call")
              .addCode("default -> $L;\n$<};\n", other)
              .build());
    }
    return methods;
  }

  private boolean isSensitive(ToolModel tool) {
    for (PropertyModel property : properties(tool)) {
      if (property.sensitive()) {
        return true;
      }
    }
    return false;
  }

  private CodeBlock masked(ToolModel tool) {
    String shown = constants.shownNames(tool, shown(tool, properties(tool)));
    return CodeBlock.of(
        "case $S -> $T.mask(call.arguments(), $L);\n", tool.name(), TypeNames.ARGUMENT_MASK, shown);
  }

  /** All properties that a tool's arguments may have, at whatever depth. */
  private List<PropertyModel> properties(ToolModel tool) {
    List<PropertyModel> properties = new ArrayList<>();
    for (RecordModel each : records(tool)) {
      properties.addAll(each.visibleProperties());
    }
    return properties;
  }

  private List<RecordModel> records(ToolModel tool) {
    TypeTable types = model.arguments();
    List<RecordModel> records = new ArrayList<>();
    Set<String> ids = new TreeSet<>(types.reachable(tool.arguments().id()));
    ids.add(tool.arguments().id());
    for (String id : ids) {
      DeclaredModel type = types.get(id);
      if (type instanceof RecordModel object) {
        records.add(object);
      }
    }
    return records;
  }

  /** The names that nothing sensitive goes by. */
  private Set<String> shown(ToolModel tool, List<PropertyModel> properties) {
    Set<String> shown = new TreeSet<>();
    records(tool).forEach(each -> each.tag().ifPresent(tag -> shown.add(tag.property())));
    for (PropertyModel property : properties) {
      shown.add(property.name());
      shown.addAll(property.aliases());
    }
    for (PropertyModel property : properties) {
      if (property.sensitive()) {
        shown.remove(property.name());
        property.aliases().forEach(shown::remove);
      }
    }
    return shown;
  }
}
