package dev.parlando.processor.pattern;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The classes that have a name in Java; without a flag, they know ASCII only. */
final class NamedClasses {

  private static final Map<Character, CharacterClass> BY_LETTER =
      Map.of(
          'd', ranges("09"),
          'w', ranges("azAZ09__"),
          's', ranges("  \t\t\n\n\u000b\u000b\f\f\r\r"),
          'h',
              ranges(
                  "  \t\t\u00a0\u00a0\u1680\u1680\u180e\u180e\u2000\u200a\u202f\u202f\u205f\u205f\u3000\u3000"),
          'v', ranges("\n\r\u0085\u0085\u2028\u2029"));

  private static final Map<String, CharacterClass> BY_NAME =
      Map.ofEntries(
          Map.entry("Lower", ranges("az")),
          Map.entry("Upper", ranges("AZ")),
          Map.entry("ASCII", ranges("\u0000\u007f")),
          Map.entry("Alpha", ranges("azAZ")),
          Map.entry("Digit", ranges("09")),
          Map.entry("Alnum", ranges("azAZ09")),
          Map.entry("Punct", ranges("!/:@[`{~")),
          Map.entry("Graph", ranges("!~")),
          Map.entry("Print", ranges(" ~")),
          Map.entry("Blank", ranges("  \t\t")),
          Map.entry("Cntrl", ranges("\u0000\u001f\u007f\u007f")),
          Map.entry("XDigit", ranges("09afAF")),
          Map.entry("Space", ranges("  \t\r")));

  private NamedClasses() {}

  /** The class of {@code \d} and the like; capital letters mean all others. */
  static Optional<CharacterClass> byLetter(char letter) {
    CharacterClass named = BY_LETTER.get(Character.toLowerCase(letter));
    return Optional.ofNullable(named)
        .map(it -> new CharacterClass(Character.isUpperCase(letter), it.ranges()));
  }

  /** The class of <code>\p{Alpha}</code> and the like. */
  static Optional<CharacterClass> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Ranges by their first and last characters, in turn. */
  private static CharacterClass ranges(String ends) {
    return new CharacterClass(
        false,
        IntStream.range(0, ends.length() / 2)
            .mapToObj(i -> CharacterRange.of(ends.charAt(2 * i), ends.charAt(2 * i + 1)))
            .toList());
  }
}
