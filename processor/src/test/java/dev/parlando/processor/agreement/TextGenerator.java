package dev.parlando.processor.agreement;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes texts: of a length, of a format, or matching a regular expression. */
final class TextGenerator {

  private static final String[] CHARACTERS = {
    "a", "b", "Z", "0", "9", "_", "-", ".", "é", "ß", "日", "😀", "𝄞", " ", "\"", "\\", "\n",
    "\u0001", "\u00a0", "\u2003", "/", "{", "'"
  };

  private final RandomGenerator random;

  TextGenerator(RandomGenerator random) {
    this.random = random;
  }

  /** A text of a number of code points. */
  String text(int min, int max) {
    int length = min + random.nextInt(Math.max(1, max - min + 1));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS[random.nextInt(random.nextBoolean() ? 7 : CHARACTERS.length)]);
    }
    return text.toString();
  }

  String matching(String regexp) {
    return new PatternSampler(random, regexp).sample();
  }

  String format(String format) {
    return switch (format) {
      case "date" -> date();
      case "date-time" -> dateTime();
      case "duration" -> duration();
      case "uuid" -> uuid();
      case "uri" -> uri();
      case "email" -> email();
      default -> throw new AssertionError("unknown format " + format);
    };
  }

  private String date() {
    int year = pick(List.of(0, 1, 1900, 2000, 2024, 2026, 9999));
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(random.nextInt(8) == 0 ? 31 : 28);
    return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }

  private String dateTime() {
    String time =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60));
    String fraction = random.nextInt(3) > 0 ? "" : "." + digits(1 + random.nextInt(9));
    String offset =
        pick(List.of("Z", "z", "+00:00", "-00:00", "+01:00", "-05:30", "+14:00", "-17:59"));
    return date() + pick(List.of("T", "T", "T", "t")) + time + fraction + offset;
  }

  private String duration() {
    return pick(
        List.of(
            "P" + number() + "D",
            "PT" + number() + "H",
            "PT" + number() + "M" + number() + "S",
            "P" + number() + "DT" + number() + "H" + number() + "M",
            "P" + number() + "Y" + number() + "M",
            "P" + number() + "W",
            "P" + number() + "Y" + number() + "M" + number() + "DT" + number() + "H",
            "PT0S",
            "P0D"));
  }

  private String uuid() {
    String text = new UUID(random.nextLong(), random.nextLong()).toString();
    return random.nextInt(4) == 0 ? text.toUpperCase(Locale.ROOT) : text;
  }

  private String uri() {
    return pick(List.of("https", "http", "urn:a", "mailto", "file", "x-y.z+1"))
        + pick(
            List.of(
                "://example.com",
                "://example.com:8080/a/b?c=d&e=%20#f",
                "://user@127.0.0.1/",
                ":a:b",
                "://[::1]/a",
                ":/a//b",
                "://a-b.example/~x/(y);z=1,2?q=/?"));
  }

  private String email() {
    return pick(List.of("a", "a.b", "x+y", "o'hara", "A1_-"))
        + "@"
        + pick(List.of("example.com", "a-b.example.org", "example.co.uk"));
  }

  private String number() {
    return Integer.toString(random.nextInt(pick(List.of(2, 10, 100, 10_000))));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
