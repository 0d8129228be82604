package dev.parlando.testkit.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as the heuristic compares them: lower case, without endings, without the empty ones. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");

  /** Between the parts of names such as {@code getTemperature}, {@code get_temperature}. */
  private static final Pattern NAME_BOUNDARY =
      Pattern.compile("[_\\-.\\s]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  /** Words that don't help to choose a tool. */
  private static final Set<String> EMPTY =
      Set.of(
          ("a an and any are as ask at be by call can could current did do does for from get give"
                  + " has have hello hey hi how i if in is it its let list look make may me my new"
                  + " now of on or our out please return say set show some tell than thank that the"
                  + " their them then there they thi this to up use using value want was we what"
                  + " when where which who will with would you your")
              .split(" "));

  /** Words that people use for what tools are named after. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "warm", "temperature",
          "hot", "temperature",
          "cold", "temperature",
          "degree", "temperature",
          "reserve", "book",
          "reservation", "book",
          "price", "cost",
          "purchase", "buy");

  private static final Set<String> VERBS =
      Set.of(
          ("add book buy calculate call cancel change check compute convert count create delete"
                  + " describe fetch find get give list look lookup make open order pay play read remove"
                  + " retrieve search send set show start stop tell translate turn update")
              .split(" "));

  private static final Set<String> PREPOSITIONS = Set.of("to", "from", "for", "in", "on", "by");

  private Words() {}

  /** The words of a text as they stand in it. */
  static List<MatchResult> in(String text) {
    return WORD.matcher(text).results().toList();
  }

  /** The words of a text that help to choose a tool, without endings. */
  static Set<String> telling(String text) {
    return in(text).stream()
        .map(match -> stem(match.group()))
        .filter(stem -> !EMPTY.contains(stem))
        .collect(Collectors.toSet());
  }

  /** Whether a word has no meaning of its own. */
  static boolean isEmpty(String word) {
    return EMPTY.contains(stem(word));
  }

  static boolean isVerb(String word) {
    return VERBS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** A word without its ending: what remains is equal for words that are much the same. */
  static String stem(String word) {
    String stem = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    stem = stem.contains("'") ? stem.substring(0, stem.indexOf('\'')) : stem;
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return SYNONYMS.getOrDefault(stem, stem);
  }

  /** The words of an identifier, in lower case. */
  static List<String> ofName(String name) {
    List<String> words = new ArrayList<>();
    for (String part : NAME_BOUNDARY.split(name, -1)) {
      if (!part.isEmpty()) {
        words.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** An identifier as one says it. */
  static String spoken(String name) {
    return String.join(" ", ofName(name));
  }

  /** What a tool deals with: its name without the verb in front. */
  static String object(String toolName) {
    List<String> words = ofName(toolName);
    return String.join(" ", words.subList(objectStart(words), words.size()));
  }

  /** What a tool does, as one says it: verb, article, object. */
  static String action(String toolName) {
    List<String> words = ofName(toolName);
    int start = objectStart(words);
    if (start == 0) {
      return "use " + String.join(" ", words);
    }
    return String.join(" ", words.subList(0, start)) + " the " + object(toolName);
  }

  /** Where the name's object begins: after a verb, and a preposition if there is one. */
  private static int objectStart(List<String> words) {
    if (words.size() < 2 || !isVerb(words.get(0))) {
      return 0;
    }
    return words.size() > 2 && PREPOSITIONS.contains(words.get(1)) ? 2 : 1;
  }

  /** "a", "a and b", "a, b and c". */
  static String enumerate(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1))
        + " and "
        + parts.get(parts.size() - 1);
  }
}
