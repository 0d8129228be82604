package dev.parlando.testkit.lock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the keywords that say how much, how long or how many. */
final class LimitComparison {

  /**
   * One end of what is allowed.
   *
   * @param keyword the keyword whose value is allowed itself
   * @param exclusive the one whose value is not; empty if there is none
   * @param upper whether a greater value allows more
   */
  private record End(String keyword, String exclusive, boolean upper) {}

  /** A limit as one schema states it. */
  private record Limit(String keyword, BigDecimal value, boolean excluded) {

    @Override
    public String toString() {
      return value.toPlainString() + (excluded ? " excluded" : "");
    }
  }

  private static final List<End> ENDS =
      List.of(
          new End("minimum", "exclusiveMinimum", false),
          new End("minLength", "", false),
          new End("minItems", "", false),
          new End("minProperties", "", false),
          new End("maximum", "exclusiveMaximum", true),
          new End("maxLength", "", true),
          new End("maxItems", "", true),
          new End("maxProperties", "", true));

  /** The keywords that are compared here. */
  static final Set<String> KEYWORDS = keywords();

  private LimitComparison() {}

  private static Set<String> keywords() {
    Set<String> keywords = new TreeSet<>();
    for (End end : ENDS) {
      keywords.add(end.keyword());
      keywords.add(end.exclusive());
    }
    return Set.copyOf(keywords);
  }

  static void compare(JsonNode before, JsonNode after, Changes changes) {
    for (End end : ENDS) {
      Limit old = tightest(end, before);
      Limit now = tightest(end, after);
      if (old == null) {
        if (now != null) {
          changes.at(now.keyword()).breaking(now + ", had no limit");
        }
      } else if (now == null) {
        changes.at(old.keyword()).widening("no limit, was " + old);
      } else {
        int tighter = tightness(end, now, old);
        if (tighter != 0) {
          changes
              .at(now.keyword())
              .add(
                  tighter > 0 ? ChangeKind.BREAKING : ChangeKind.WIDENING,
                  "%s, was %s".formatted(now, old));
        }
      }
    }
  }

  private static @Nullable Limit tightest(End end, JsonNode schema) {
    Limit inclusive = limit(end.keyword(), false, schema);
    Limit exclusive = limit(end.exclusive(), true, schema);
    if (inclusive == null || exclusive == null) {
      return inclusive == null ? exclusive : inclusive;
    }
    return tightness(end, inclusive, exclusive) > 0 ? inclusive : exclusive;
  }

  private static @Nullable Limit limit(String keyword, boolean excluded, JsonNode schema) {
    JsonNode value = schema.path(keyword);
    return value.isNumber() ? new Limit(keyword, value.decimalValue(), excluded) : null;
  }

  /** Positive if the first limit allows less than the other. */
  private static int tightness(End end, Limit limit, Limit other) {
    int byValue = limit.value().compareTo(other.value());
    return byValue == 0
        ? Boolean.compare(limit.excluded(), other.excluded())
        : end.upper() ? -byValue : byValue;
  }
}
