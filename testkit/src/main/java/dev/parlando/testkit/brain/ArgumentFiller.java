package dev.parlando.testkit.brain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the arguments of a tool from a text, by the tool's schema. */
final class ArgumentFiller {

  /** Arguments, and the names of required ones that nothing in the text was found for. */
  record Filled(ObjectNode arguments, List<String> missing) {}

  private static final List<String> PREPOSITIONS =
      List.of("in", "of", "for", "at", "near", "to", "about", "on", "from", "called", "named");

  /** Before which words a value stands that goes by such a name. */
  private static final Map<String, List<String>> HINTS =
      Map.ofEntries(
          Map.entry("from", List.of("from")),
          Map.entry("origin", List.of("from")),
          Map.entry("source", List.of("from")),
          Map.entry("to", List.of("to", "for")),
          Map.entry("destination", List.of("to", "for")),
          Map.entry("target", List.of("to", "into")),
          Map.entry("recipient", List.of("to", "for")),
          Map.entry("restaurant", List.of("at")),
          Map.entry("name", List.of("named", "called", "for")),
          Map.entry("title", List.of("called", "titled")),
          Map.entry("topic", List.of("about", "on")),
          Map.entry("query", List.of("for", "about")));

  /** Arguments that take a whole text where nothing better is found. */
  private static final Set<String> WHOLE_TEXT =
      Set.of("text", "query", "question", "message", "content", "note", "body", "prompt", "task");

  private static final Map<String, Pattern> FORMATS =
      Map.of(
          "date", Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![\\dT])"),
          "date-time",
              Pattern.compile(
                  "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?"),
          "time", Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)"),
          "email", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w"),
          "uri", Pattern.compile("https?://\\S+"),
          "uuid", Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"));

  private final OfferedTool tool;
  private final Phrases phrases;
  private final List<String> missing = new ArrayList<>();

  ArgumentFiller(OfferedTool tool, String text) {
    this.tool = tool;
    Set<String> known = new HashSet<>(Words.telling(Words.spoken(tool.name())));
    tool.parameters()
        .path("properties")
        .propertyStream()
        .forEach(property -> known.addAll(Words.telling(Words.spoken(property.getKey()))));
    this.phrases = new Phrases(text, known);
  }

  /** The arguments that the text gives. */
  Filled fill() {
    ObjectNode arguments = object(tool.parameters());
    return new Filled(arguments, List.copyOf(missing));
  }

  /** Fixed values go first, so that words which are one of them aren't taken for free text. */
  private ObjectNode object(JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").valueStream().forEach(name -> required.add(name.asString("")));
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    for (boolean fixed : new boolean[] {true, false}) {
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        JsonNode type = alternative(property.getValue());
        if (isFixed(type) == fixed) {
          fill(found, property.getKey(), type, required.contains(property.getKey()));
        }
      }
    }
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    for (String name : schema.path("properties").propertyNames()) {
      if (found.has(name)) {
        ordered.set(name, found.path(name));
      }
    }
    return ordered;
  }

  private void fill(ObjectNode into, String name, JsonNode schema, boolean required) {
    JsonNode value = value(name, schema, required);
    if (value != null) {
      into.set(name, value);
    } else if (required) {
      missing.add(name);
    }
  }

  private static boolean isFixed(JsonNode schema) {
    return schema.has("enum") || schema.has("const") || !typeOf(schema).equals("string");
  }

  private @Nullable JsonNode value(String name, JsonNode schema, boolean required) {
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return enumValue(schema.path("enum"), required);
    }
    return switch (typeOf(schema)) {
      case "integer", "number" -> number(schema);
      case "boolean" -> bool(name, required);
      case "array" -> array(name, schema, required);
      case "object" -> {
        int before = missing.size();
        ObjectNode object = object(schema);
        if (object.isEmpty() && !required) {
          missing.subList(before, missing.size()).clear();
          yield null;
        }
        yield object;
      }
      default -> text(name, schema, required);
    };
  }

  private @Nullable JsonNode enumValue(JsonNode values, boolean required) {
    for (JsonNode value : values) {
      String words = value.isString() ? Words.spoken(value.stringValue()) : value.toString();
      if (phrases.takeWords(words)) {
        return value;
      }
    }
    return required ? values.get(0) : null;
  }

  private @Nullable JsonNode number(JsonNode schema) {
    boolean whole = typeOf(schema).equals("integer");
    BigDecimal min =
        schema.path("minimum").isNumber() ? schema.path("minimum").decimalValue() : null;
    BigDecimal max =
        schema.path("maximum").isNumber() ? schema.path("maximum").decimalValue() : null;
    return phrases
        .takeNumber(
            number ->
                (!whole || number.stripTrailingZeros().scale() <= 0)
                    && (min == null || number.compareTo(min) >= 0)
                    && (max == null || number.compareTo(max) <= 0))
        .<JsonNode>map(
            number ->
                whole
                    ? JsonNodeFactory.instance.numberNode(number.toBigIntegerExact())
                    : JsonNodeFactory.instance.numberNode(number))
        .orElse(null);
  }

  private @Nullable JsonNode bool(String name, boolean required) {
    String words = Words.spoken(name);
    if (phrases.takeWords("no " + words) || phrases.takeWords("without " + words)) {
      return JsonNodeFactory.instance.booleanNode(false);
    }
    if (phrases.takeWords(words) || phrases.takeWords("with " + words)) {
      return JsonNodeFactory.instance.booleanNode(true);
    }
    for (String word : List.of("off", "no", "not", "false")) {
      if (required && phrases.takeWords(word)) {
        return JsonNodeFactory.instance.booleanNode(false);
      }
    }
    return required ? JsonNodeFactory.instance.booleanNode(true) : null;
  }

  private @Nullable JsonNode array(String name, JsonNode schema, boolean required) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    JsonNode element = alternative(schema.path("items"));
    int limit = schema.path("maxItems").asInt(20);
    if (typeOf(element).equals("object")) {
      ObjectNode only = object(element);
      if (!only.isEmpty()) {
        elements.add(only);
      }
    } else {
      for (JsonNode value = value(name, element, false);
          value != null && elements.size() < limit;
          value = value(name, element, false)) {
        elements.add(value);
      }
    }
    return elements.isEmpty() && !required ? null : elements;
  }

  private @Nullable JsonNode text(String name, JsonNode schema, boolean required) {
    return found(name, schema, required)
        .<JsonNode>map(JsonNodeFactory.instance::stringNode)
        .orElse(null);
  }

  private Optional<String> found(String name, JsonNode schema, boolean required) {
    Pattern format = FORMATS.get(schema.path("format").asString(""));
    if (format != null) {
      return phrases.takeMatching(format);
    }
    String pattern = schema.path("pattern").asString("");
    // One that is not anchored says something of a value, not what a value looks like.
    if (pattern.startsWith("^") && pattern.endsWith("$")) {
      Optional<String> match = matching(pattern);
      if (match.isPresent()) {
        return match;
      }
    }
    List<String> hints = hints(name);
    Optional<String> value = phrases.takeQuoted().or(() -> phrases.takeName(hints));
    if (value.isEmpty() && required) {
      value = phrases.takeAfter(hints).or(() -> phrases.takeAfter(PREPOSITIONS));
      if (value.isEmpty() && Words.ofName(name).stream().anyMatch(WHOLE_TEXT::contains)) {
        value = Optional.of(phrases.rest()).filter(rest -> !rest.isEmpty());
      }
    }
    return value;
  }

  /** A pattern for a whole text, looked for in a longer one. */
  private Optional<String> matching(String pattern) {
    try {
      return phrases.takeMatching(
          Pattern.compile(pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "")));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static List<String> hints(String name) {
    for (String word : Words.ofName(name)) {
      List<String> hints = HINTS.get(word);
      if (hints != null) {
        return hints;
      }
    }
    return PREPOSITIONS;
  }

  /** The schema itself, or the first of its alternatives that isn't null. */
  private static JsonNode alternative(JsonNode schema) {
    for (String keyword : List.of("anyOf", "oneOf")) {
      for (JsonNode each : schema.path(keyword)) {
        if (!typeOf(each).equals("null")) {
          return each;
        }
      }
    }
    return schema;
  }

  private static String typeOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!"null".equals(each.asString(""))) {
          return each.asString("");
        }
      }
    }
    if (type.isMissingNode() && schema.has("properties")) {
      return "object";
    }
    return type.asString("string");
  }
}
