package dev.parlando.processor.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes texts that a regular expression matches: literals, classes, groups, alternatives, the usual
 * quantifiers and escapes. Whoever uses it asks the judge whether it succeeded.
 */
final class PatternSampler {

  private final RandomGenerator random;
  private final String regexp;
  private int position;

  PatternSampler(RandomGenerator random, String regexp) {
    this.random = random;
    this.regexp = regexp;
  }

  String sample() {
    String text = alternatives();
    if (position < regexp.length()) {
      throw new AssertionError("can't sample " + regexp + " from " + position);
    }
    return text;
  }

  private String alternatives() {
    List<String> texts = new ArrayList<>();
    texts.add(sequence());
    while (more() && peek() == '|') {
      position++;
      texts.add(sequence());
    }
    return texts.get(random.nextInt(texts.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (more() && peek() != '|' && peek() != ')') {
      int start = position;
      String once = atom();
      int end = position;
      int times = times();
      int after = position;
      for (int i = 0; i < times; i++) {
        position = start;
        text.append(i == 0 ? once : atom());
      }
      position = Math.max(end, after);
    }
    return text.toString();
  }

  private int times() {
    if (!more()) {
      return 1;
    }
    switch (peek()) {
      case '?' -> {
        position++;
        return random.nextInt(2);
      }
      case '*' -> {
        position++;
        return random.nextInt(4);
      }
      case '+' -> {
        position++;
        return 1 + random.nextInt(4);
      }
      case '{' -> {
        int end = regexp.indexOf('}', position);
        String[] bounds = regexp.substring(position + 1, end).split(",", -1);
        position = end + 1;
        int min = Integer.parseInt(bounds[0]);
        int max =
            bounds.length == 1 ? min : bounds[1].isEmpty() ? min + 3 : Integer.parseInt(bounds[1]);
        return min + random.nextInt(max - min + 1);
      }
      default -> {
        return 1;
      }
    }
  }

  private String atom() {
    char c = regexp.charAt(position++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> one("ab 1é");
      case '(' -> {
        if (regexp.startsWith("?:", position)) {
          position += 2;
        }
        String text = alternatives();
        position++;
        yield text;
      }
      case '[' -> one(characterClass());
      case '\\' -> one(escape(regexp.charAt(position++)));
      default -> String.valueOf(c);
    };
  }

  private static String escape(char c) {
    return switch (c) {
      case 'd' -> "0123456789";
      case 'w' -> "abcXYZ019_";
      case 's' -> " \t\n";
      case 'S' -> "abé.9";
      default -> String.valueOf(c);
    };
  }

  private String characterClass() {
    boolean negated = peek() == '^';
    if (negated) {
      position++;
    }
    StringBuilder members = new StringBuilder();
    while (peek() != ']') {
      char c = regexp.charAt(position++);
      if (c == '\\') {
        members.append(escape(regexp.charAt(position++)));
      } else if (peek() == '-' && regexp.charAt(position + 1) != ']') {
        char last = regexp.charAt(position + 1);
        position += 2;
        for (char each = c; each <= last; each++) {
          members.append(each);
        }
      } else {
        members.append(c);
      }
    }
    position++;
    if (!negated) {
      return members.toString();
    }
    StringBuilder others = new StringBuilder();
    "abcXYZ019 .,-é"
        .chars()
        .filter(c -> members.indexOf(String.valueOf((char) c)) < 0)
        .forEach(c -> others.append((char) c));
    return others.toString();
  }

  private String one(String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }

  private boolean more() {
    return position < regexp.length();
  }

  private char peek() {
    return regexp.charAt(position);
  }
}
