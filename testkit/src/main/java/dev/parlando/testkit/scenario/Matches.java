package dev.parlando.testkit.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plain matches. */
final class Matches {

  private record Simple(String description, Predicate<JsonNode> fits) implements Match {

    @Override
    public Optional<String> mismatch(JsonNode value) {
      return fits.test(value)
          ? Optional.empty()
          : Optional.of("expected " + description + ", was " + shown(value));
    }
  }

  static final Match ANY = new Simple("anything", value -> true);

  static final Match ABSENT = new Simple("nothing", JsonNode::isMissingNode);

  private Matches() {}

  static String shown(JsonNode value) {
    return value.isMissingNode() ? "absent" : value.toString();
  }

  static JsonNode tree(Object value) {
    return value instanceof JsonNode node ? node : JsonMapper.shared().valueToTree(value);
  }

  static Match equalTo(JsonNode expected) {
    return new Simple(expected.toString(), value -> same(expected, value));
  }

  private static boolean same(JsonNode expected, JsonNode value) {
    return expected.equals(
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1,
        value);
  }

  static Match containing(String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return new Simple(
        "text with \"" + part + "\"",
        value -> value.isString() && value.stringValue().toLowerCase(Locale.ROOT).contains(wanted));
  }

  static Match matching(String regex) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + regex + "\" is no regular expression: " + e.getDescription(), e);
    }
    return new Simple(
        "text that matches " + regex,
        value -> value.isString() && pattern.matcher(value.stringValue()).find());
  }

  static Match between(double from, double to) {
    return new Simple(
        "a number " + range(from, to),
        value -> value.isNumber() && value.doubleValue() >= from && value.doubleValue() <= to);
  }

  private static String range(double from, double to) {
    if (to == Double.POSITIVE_INFINITY) {
      return "of " + text(from) + " or more";
    }
    return from == Double.NEGATIVE_INFINITY
        ? "of " + text(to) + " or less"
        : "from " + text(from) + " to " + text(to);
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
