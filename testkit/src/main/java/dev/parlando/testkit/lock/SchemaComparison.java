package dev.parlando.testkit.lock;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares two JSON Schemas of arguments as far as the annotation processor writes them, from the
 * place of the one who calls: what is accepted no longer breaks, what is accepted in addition
 * widens. A keyword that it doesn't know breaks, to be on the safe side.
 */
final class SchemaComparison {

  private final JsonNode oldRoot;
  private final JsonNode newRoot;

  /** Pairs of references that were followed: types may contain themselves. */
  private final Set<String> followed = new HashSet<>();

  private SchemaComparison(JsonNode oldRoot, JsonNode newRoot) {
    this.oldRoot = oldRoot;
    this.newRoot = newRoot;
  }

  static void compare(JsonNode before, JsonNode after, Changes changes) {
    new SchemaComparison(before, after).schema(before, after, changes);
  }

  /** Compares two schemas at the same place. */
  void schema(JsonNode before, JsonNode after, Changes changes) {
    String oldReference = before.path("$ref").asString("");
    String newReference = after.path("$ref").asString("");
    if (oldReference.isEmpty() && newReference.isEmpty()) {
      keywords(before, after, changes);
      return;
    }
    KeywordComparison.description(before, after, changes);
    KeywordComparison.defaultValue(before, after, changes);
    if (followed.add(oldReference + " " + newReference + pointerUnlessBoth(before, after))) {
      JsonNode target = resolve(newRoot, after);
      keywords(
          resolve(oldRoot, before),
          target,
          newReference.isEmpty()
              ? changes
              : changes.atParameters(newReference.substring("#".length())));
    }
  }

  /** A reference on one side only is compared wherever it stands. */
  private static String pointerUnlessBoth(JsonNode before, JsonNode after) {
    return before.has("$ref") && after.has("$ref")
        ? ""
        : " " + CanonicalJson.compact(before) + CanonicalJson.compact(after);
  }

  private static JsonNode resolve(JsonNode root, JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : root.at(reference.substring("#".length()));
  }

  private void keywords(JsonNode before, JsonNode after, Changes changes) {
    KeywordComparison.compare(before, after, changes);
    new PropertyComparison(this).compare(before, after, changes);
    nested("items", before, after, changes);
    nested("propertyNames", before, after, changes);
    additionalProperties(before, after, changes);
    variants(before, after, changes);
  }

  private void nested(String keyword, JsonNode before, JsonNode after, Changes changes) {
    if (before.has(keyword) || after.has(keyword)) {
      schema(
          orAnything(before.path(keyword)), orAnything(after.path(keyword)), changes.at(keyword));
    }
  }

  private static JsonNode orAnything(JsonNode schema) {
    return schema.isObject() ? schema : JsonNodeFactory.instance.objectNode();
  }

  private void additionalProperties(JsonNode before, JsonNode after, Changes changes) {
    String keyword = "additionalProperties";
    boolean wasClosed = isFalse(before.path(keyword));
    boolean isClosed = isFalse(after.path(keyword));
    if (wasClosed && !isClosed) {
      changes.at(keyword).widening("properties that aren't listed are accepted");
    } else if (isClosed && !wasClosed) {
      changes.at(keyword).breaking("properties that aren't listed are refused");
    } else if (!isClosed) {
      nested(keyword, before, after, changes);
    }
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }

  private void variants(JsonNode before, JsonNode after, Changes changes) {
    JsonNode old = before.path("anyOf");
    JsonNode now = after.path("anyOf");
    if (old.isMissingNode() && now.isMissingNode()) {
      return;
    }
    if (old.isMissingNode() || now.isMissingNode()) {
      changes.at("anyOf").breaking(now.isMissingNode() ? "no longer a choice" : "a choice now");
      return;
    }
    for (int i = 0; i < old.size(); i++) {
      if (find(now, newRoot, tag(old.get(i), oldRoot)).isMissingNode()) {
        changes
            .at("anyOf")
            .at(Integer.toString(i))
            .breaking("the variant " + tag(old.get(i), oldRoot) + " is gone");
      }
    }
    for (int i = 0; i < now.size(); i++) {
      String tag = tag(now.get(i), newRoot);
      Changes here = changes.at("anyOf").at(Integer.toString(i));
      JsonNode counterpart = find(old, oldRoot, tag);
      if (counterpart.isMissingNode()) {
        here.widening("a new variant " + tag);
      } else {
        schema(counterpart, now.get(i), here);
      }
    }
  }

  private static JsonNode find(JsonNode variants, JsonNode root, String tag) {
    for (JsonNode variant : variants) {
      if (tag(variant, root).equals(tag)) {
        return variant;
      }
    }
    return MissingNode.getInstance();
  }

  /** What separates a variant from the others: the constant that each of them has. */
  private static String tag(JsonNode variant, JsonNode root) {
    JsonNode schema = resolve(root, variant);
    for (var property : schema.path("properties").properties()) {
      JsonNode constant = property.getValue().path("const");
      if (!constant.isMissingNode()) {
        return property.getKey() + "=" + constant.asString();
      }
    }
    return CanonicalJson.compact(schema);
  }
}
