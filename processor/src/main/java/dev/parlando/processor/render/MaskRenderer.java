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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Renders the method that hides what is sensitive in arguments. */
final class MaskRenderer {

  private final ToolSetModel model;
  private final Constants constants;

  MaskRenderer(ToolSetModel model, Constants constants) {
    this.model = model;
    this.constants = constants;
  }

  /** The method; none if nothing is sensitive. */
  Optional<MethodSpec> method() {
    CodeBlock.Builder cases = CodeBlock.builder();
    for (ToolModel tool : model.tools()) {
      List<PropertyModel> properties = properties(tool);
      if (properties.stream().anyMatch(PropertyModel::sensitive)) {
        String shown = constants.shownNames(tool, shown(tool, properties));
        cases.add(
            "case $S -> $T.mask(call.arguments(), $L);\n",
            tool.name(),
            TypeNames.ARGUMENT_MASK,
            shown);
      }
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        MethodSpec.methodBuilder("masked")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addParameter(TypeNames.TOOL_CALL, "call")
            .addCode("return switch (call.name()) {\n$>")
            .addCode(cases.build())
            .addCode("default -> call.arguments();\n$<};\n")
            .build());
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
