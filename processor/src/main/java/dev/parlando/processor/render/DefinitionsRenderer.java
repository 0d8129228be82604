package dev.parlando.processor.render;

import dev.parlando.processor.json.JsonText;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the definitions of tools as the protocol carries them; each schema once. */
public final class DefinitionsRenderer {

  private final ToolSetModel model;

  /** By the tools' names, which differ in all that is rendered. */
  private final Map<String, ToolSchema> schemas = new LinkedHashMap<>();

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
      definition.put("parameters", schema(tool).plain());
      definitions.add(definition);
    }
    return JsonText.pretty(definitions);
  }

  /** The schema of one tool's arguments. */
  public ToolSchema schema(ToolModel tool) {
    ToolSchema known = schemas.get(tool.name());
    if (known == null) {
      Map<String, Object> plain = SchemaRenderer.parameters(tool.arguments(), model.arguments());
      known = new ToolSchema(plain, StrictSchema.of(plain));
      schemas.put(tool.name(), known);
    }
    return known;
  }
}
