package dev.parlando.processor.render;

import dev.parlando.processor.json.JsonText;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the definitions of tools as the protocol carries them. */
public final class DefinitionsRenderer {

  private final ToolSetModel model;

  /** Renders one class's tools. */
  public DefinitionsRenderer(ToolSetModel model) {
    this.model = model;
  }

  /** The array of all definitions, for reviewers: the same bytes for the same tools. */
  public String reviewed() {
    List<Object> definitions = new ArrayList<>();
    for (ToolModel tool : model.tools()) {
      Map<String, Object> definition = new LinkedHashMap<>();
      definition.put("type", "function");
      definition.put("name", tool.name());
      definition.put("description", tool.description());
      definition.put("parameters", SchemaRenderer.parameters(tool.arguments(), model.arguments()));
      definitions.add(definition);
    }
    return JsonText.pretty(definitions);
  }

  /** The JSON Schema of one tool's arguments, on one line. */
  public String parameters(ToolModel tool) {
    return JsonText.compact(SchemaRenderer.parameters(tool.arguments(), model.arguments()));
  }
}
