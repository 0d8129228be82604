package dev.parlando.processor.pattern;

import java.util.List;
import java.util.random.RandomGenerator;

/** A regular expression at random, of all that Java has and of what only looks like it. */
final class RandomPattern {

  private static final List<String> ESCAPES =
      List.of(
          "\\d",
          "\\D",
          "\\w",
          "\\W",
          "\\s",
          "\\S",
          "\\h",
          "\\H",
          "\\v",
          "\\V",
          "\\t",
          "\\n",
          "\\r",
          "\\f",
          "\\a",
          "\\e",
          "\\cA",
          "\\x41",
          "\\x{1F600}",
          "\\u00e9",
          "\\ud83d\\ude00",
          "\\012",
          "\\-",
          "\\.",
          "\\/",
          "\\_",
          "\\@",
          "\\]",
          "\\p{Alpha}",
          "\\p{Punct}",
          "\\P{Upper}",
          "\\p{Space}",
          "\\p{Cntrl}",
          "\\u2028",
          "\\x85",
          "\\é");

  private static final List<String> FOREIGN =
      List.of(
          "\\b",
          "\\B",
          "\\R",
          "\\X",
          "\\p{L}",
          "\\p{IsAlphabetic}",
          "\\1",
          "\\G",
          "^",
          "$",
          "\\A",
          "\\z",
          "\\Z",
          "(?=a)",
          "(?!a)",
          "(?<=a)",
          "(?>a)",
          "(?i)",
          "[a[b]]",
          "[a-z&&[^b]]",
          "a++",
          "a{2}{3}",
          "a?+");

  private static final List<String> RANGES =
      List.of(
          "a-z",
          "A-Z",
          "0-9",
          "!-~",
          "\\x00-\\x1f",
          "😀-😎",
          "à-ü",
          "-",
          "a-",
          "+-.",
          "\\d-_",
          "\\w-");

  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "?", "*", "+", "{2}", "{1,}", "{0,2}", "*?", "{1,2}?");

  private static final List<String> GROUPS = List.of("(", "(", "(?:", "(?<name>");

  private final RandomGenerator random;
  private final StringBuilder regexp = new StringBuilder();

  private RandomPattern(RandomGenerator random) {
    this.random = random;
  }

  static String make(RandomGenerator random) {
    RandomPattern pattern = new RandomPattern(random);
    pattern.regexp.append(random.nextInt(6) == 0 ? "^" : "");
    pattern.choice(3);
    pattern.regexp.append(random.nextInt(6) == 0 ? "$" : "");
    return pattern.regexp.toString();
  }

  private void choice(int depth) {
    sequence(depth);
    if (random.nextInt(4) == 0) {
      regexp.append('|');
      choice(depth);
    }
  }

  private void sequence(int depth) {
    regexp.append(random.nextInt(20) == 0 ? "^" : "");
    for (int parts = random.nextInt(5); parts > 0; parts--) {
      part(depth);
    }
    regexp.append(random.nextInt(20) == 0 ? "$" : "");
  }

  private void part(int depth) {
    if (depth > 0 && random.nextInt(6) == 0) {
      // Repetitions in repetitions in repetitions would take engines for ever.
      boolean repeated = random.nextInt(3) == 0;
      regexp.append(one(GROUPS));
      choice(repeated ? 0 : depth - 1);
      regexp.append(')').append(repeated ? one(QUANTIFIERS) : "");
      return;
    }
    single();
    regexp.append(one(QUANTIFIERS));
  }

  private void single() {
    switch (random.nextInt(11)) {
      case 0, 1, 2, 3 -> literal();
      case 4, 5 -> regexp.append(one(ESCAPES));
      case 6, 7, 8 -> characters();
      case 9 -> regexp.append('.');
      default -> {
        if (random.nextInt(4) == 0) {
          regexp.append(one(FOREIGN));
        } else {
          regexp.append("\\Q").append(sign()).append(sign()).append("\\E");
        }
      }
    }
  }

  private void literal() {
    String sign = sign();
    boolean escaped = "^$\\.*+?()[]{}|".contains(sign) && random.nextInt(20) > 0;
    regexp.append(escaped ? "\\" : "").append(sign);
  }

  private void characters() {
    regexp.append(random.nextInt(3) == 0 ? "[^" : "[");
    for (int members = random.nextInt(4); members >= 0; members--) {
      switch (random.nextInt(5)) {
        case 0 -> regexp.append(one(ESCAPES));
        case 1 -> regexp.append(one(RANGES));
        default -> {
          String sign = sign();
          boolean escaped = "\\[".contains(sign) || (sign.equals("]") && random.nextBoolean());
          regexp.append(escaped ? "\\" : "").append(sign);
        }
      }
    }
    regexp.append(']');
  }

  private String sign() {
    return Signs.one(random);
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
