package dev.parlando.testkit.brain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds what a text argument may be: of a format, of a pattern, a name, words after a preposition.
 */
final class TextFinder {

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

  private static final Pattern DURATION =
      Pattern.compile(
          "(\\d+)\\s*(second|minute|hour|day)s?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

  private final Phrases phrases;

  TextFinder(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Takes what fits best. */
  Optional<String> find(String name, ArgumentSchema schema, boolean required) {
    String format = schema.get("format").asString("");
    if (format.equals("duration")) {
      return phrases.takeMatching(DURATION).map(TextFinder::isoDuration);
    }
    Pattern form = FORMATS.get(format);
    if (form != null) {
      return phrases.takeMatching(form);
    }
    List<String> hints = hints(name);
    Optional<String> value =
        phrases
            .takeQuoted(schema::allowsText)
            .or(() -> phrases.takeName(hints, schema::allowsText))
            .or(() -> matching(schema));
    if (value.isEmpty() && required) {
      value =
          phrases
              .takeAfter(hints, schema::allowsText)
              .or(() -> phrases.takeAfter(PREPOSITIONS, schema::allowsText));
      if (value.isEmpty() && Words.ofName(name).stream().anyMatch(WHOLE_TEXT::contains)) {
        value = Optional.of(phrases.rest()).filter(rest -> !rest.isEmpty());
      }
    }
    return value;
  }

  /** A pattern that describes a whole value, looked for in the text as one word. */
  private Optional<String> matching(ArgumentSchema schema) {
    String pattern = schema.get("pattern").asString("");
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      return Optional.empty();
    }
    String inner = pattern.substring(1, pattern.length() - 1);
    try {
      return phrases.takeMatching(
          Pattern.compile("(?<!\\S)(?=\\S*\\d)(?:" + inner + ")(?=$|[\\s,;.?!])"));
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

  private static String isoDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    String unit = matcher.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
    return (unit.equals("D") ? "P" : "PT") + matcher.group(1) + unit;
  }
}
