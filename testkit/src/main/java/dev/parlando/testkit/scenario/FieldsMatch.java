package dev.parlando.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An object of exactly the named fields. A field that nobody named is a mismatch; one that may be
 * there or not is named with {@link Match#any}.
 */
public final class FieldsMatch implements Match {

  static final FieldsMatch NONE = new FieldsMatch(Map.of());

  private final Map<String, Match> fields;

  private FieldsMatch(Map<String, Match> fields) {
    this.fields = fields;
  }

  /** And this field. */
  public FieldsMatch with(String name, Match value) {
    Map<String, Match> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new FieldsMatch(more);
  }

  /** And this field, with just this value; see {@link Match#equalTo}. */
  public FieldsMatch with(String name, Object value) {
    return with(name, Match.equalTo(value));
  }

  @Override
  public Optional<String> mismatch(JsonNode value) {
    if (!value.isObject()) {
      return Optional.of("expected an object, was " + Matches.shown(value));
    }
    for (Map.Entry<String, Match> field : fields.entrySet()) {
      Optional<String> problem = field.getValue().mismatch(value.path(field.getKey()));
      if (problem.isPresent()) {
        return Optional.of(field.getKey() + ": " + problem.get());
      }
    }
    return value.properties().stream()
        .filter(field -> !fields.containsKey(field.getKey()))
        .findFirst()
        .map(field -> field.getKey() + ": expected nothing, was " + field.getValue());
  }

  @Override
  public String description() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ": " + field.getValue().description())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
