package dev.parlando.processor.render;

import dev.parlando.processor.json.JsonText;
import java.util.Map;
import java.util.Optional;

/**
 * The schema of a tool's arguments, for the readers there are.
 *
 * @param plain with all that JSON Schema can say
 * @param strict for strict mode
 */
public record ToolSchema(Map<String, Object> plain, StrictSchema strict) {

  /** The plain schema, on one line. */
  String text() {
    return JsonText.compact(plain);
  }

  /** The schema for strict mode, on one line; empty if the mode can't have the tool. */
  Optional<String> strictText() {
    return strict.schema().isPresent()
        ? Optional.of(JsonText.compact(strict.schema().get()))
        : Optional.empty();
  }
}
