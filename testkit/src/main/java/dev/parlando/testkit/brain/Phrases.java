package dev.parlando.testkit.brain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that can be arguments: quoted text, names, numbers, words after prepositions.
 * What has been taken isn't given again. Not thread-safe.
 */
final class Phrases {

  private static final Pattern QUOTED =
      Pattern.compile("[\"“«]([^\"”»]+)[\"”»]|(?<!\\w)'([^']+)'(?!\\w)");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w:])");

  private static final String JOINERS = "de|del|der|of|la|van|von";

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{N}'’.&-]*(?:\\s+(?:(?:"
              + JOINERS
              + ")\\s+)?\\p{Lu}[\\p{L}\\p{N}'’&-]*)*");

  private static final Map<String, Integer> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("hundred", 100));

  private static final Set<String> NEVER_A_VALUE =
      Set.of("today", "tomorrow", "now", "please", "me", "us", "it", "that", "there", "right");

  private final Set<String> knownWords;
  private String text;

  /**
   * @param knownWords stems that name tools or arguments and so aren't values
   */
  Phrases(String text, Set<String> knownWords) {
    this.text = text;
    this.knownWords = knownWords;
  }

  /** Takes the first match of a pattern. */
  Optional<String> takeMatching(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find() || matcher.group().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(take(matcher.toMatchResult(), 0));
  }

  /** Takes the words if they are in the text, in whatever case; returns whether they were. */
  boolean takeWords(String words) {
    return takeMatching(wordsOf(words)).isPresent();
  }

  private static Pattern wordsOf(String words) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether the words are in the text, in whatever case. */
  boolean contains(String words) {
    return wordsOf(words).matcher(text).find();
  }

  /** Takes the first quoted text that fits. */
  Optional<String> takeQuoted(Predicate<String> fits) {
    for (MatchResult match : QUOTED.matcher(text).results().toList()) {
      int group = match.group(1) != null ? 1 : 2;
      if (fits.test(value(match.group(group)))) {
        return Optional.of(take(match, group));
      }
    }
    return Optional.empty();
  }

  /** Takes the first number that fits, digits before words. */
  Optional<BigDecimal> takeNumber(Predicate<BigDecimal> fits) {
    for (MatchResult match : NUMBER.matcher(text).results().toList()) {
      BigDecimal number = new BigDecimal(match.group());
      if (fits.test(number)) {
        take(match, 0);
        return Optional.of(number);
      }
    }
    for (MatchResult word : Words.in(text)) {
      Integer number = NUMBER_WORDS.get(word.group().toLowerCase(Locale.ROOT));
      if (number != null && fits.test(BigDecimal.valueOf(number))) {
        take(word, 0);
        return Optional.of(BigDecimal.valueOf(number));
      }
    }
    return Optional.empty();
  }

  /** Takes a capitalised name that follows one of the prepositions, else any such name. */
  Optional<String> takeName(List<String> prepositions, Predicate<String> fits) {
    List<MatchResult> names = new ArrayList<>();
    for (MatchResult match : NAME.matcher(text).results().toList()) {
      if (!isOrdinaryWord(match) && fits.test(value(match.group()))) {
        names.add(match);
      }
    }
    for (String preposition : prepositions) {
      for (MatchResult name : names) {
        String before = text.substring(0, name.start()).stripTrailing().toLowerCase(Locale.ROOT);
        if (before.equals(preposition) || before.endsWith(" " + preposition)) {
          return Optional.of(take(name, 0));
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(take(names.get(0), 0));
  }

  /** A word that is only capitalised because a sentence begins with it, or that names a tool. */
  private boolean isOrdinaryWord(MatchResult match) {
    if (match.group().chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    String stem = Words.stem(match.group());
    return Words.isEmpty(stem) || Words.isVerb(stem) || knownWords.contains(stem);
  }

  /** Takes the words from one of the prepositions up to the next or to the end of the clause. */
  Optional<String> takeAfter(List<String> prepositions, Predicate<String> fits) {
    for (String preposition : prepositions) {
      Matcher matcher =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])"
                      + preposition
                      + "\\s+(?:the\\s+|an?\\s+)?([^,;.?!]+?)(?=\\s+(?:in|at|of|for|to|from|on|with|by|and)"
                      + "\\s|\\s*[,;.?!]|\\s*$)",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(text);
      while (matcher.find()) {
        String words = value(matcher.group(1));
        if (!NEVER_A_VALUE.contains(words.toLowerCase(Locale.ROOT)) && fits.test(words)) {
          return Optional.of(take(matcher.toMatchResult(), 1));
        }
      }
    }
    return Optional.empty();
  }

  /** All that is left, without the punctuation around it. */
  String rest() {
    return text.replaceAll("\\s+", " ").replaceAll("^[\\s,;.?!]+|[\\s,;.?!]+$", "");
  }

  private String take(MatchResult match, int group) {
    String taken = value(match.group(group));
    text = text.substring(0, match.start()) + " " + text.substring(match.end());
    return taken;
  }

  /** Words without the punctuation and the genitive at their end. */
  private static String value(String words) {
    return words.replaceAll("[\\s,;.?!]+$", "").replaceAll("['’]s$", "");
  }
}
