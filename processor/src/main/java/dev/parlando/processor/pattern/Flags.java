package dev.parlando.processor.pattern;

import java.util.List;

/**
 * The flags whose effect can be written out. {@code MULTILINE} changes nothing in a value that is
 * matched as a whole, once its anchors inside are refused.
 *
 * @param ignoreCase whether ASCII letters match in either case
 * @param dotAll whether a dot matches the ends of lines too
 * @param unixLines whether {@code \n} is the only end of a line
 */
record Flags(boolean ignoreCase, boolean dotAll, boolean unixLines) {

  /** The flags by their names in Jakarta's {@code Pattern.Flag}. */
  static Flags of(List<String> names) throws ForeignConstruct {
    Flags flags = new Flags(false, false, false);
    for (String name : names) {
      flags =
          switch (name) {
            case "CASE_INSENSITIVE" -> flags.with('i');
            case "DOTALL" -> flags.with('s');
            case "UNIX_LINES" -> flags.with('d');
            case "MULTILINE" -> flags;
            default -> throw new ForeignConstruct("the flag " + name);
          };
    }
    return flags;
  }

  /** These and one more, by its letter in a pattern. */
  Flags with(char letter) throws ForeignConstruct {
    return switch (letter) {
      case 'i' -> new Flags(true, dotAll, unixLines);
      case 's' -> new Flags(ignoreCase, true, unixLines);
      case 'd' -> new Flags(ignoreCase, dotAll, true);
      case 'm' -> this;
      default -> throw new ForeignConstruct("the flag (?" + letter + ")");
    };
  }

  /** What a dot matches. */
  CharacterClass dot() {
    if (dotAll) {
      return CharacterClass.of(false, CharacterRange.of(0, Character.MAX_CODE_POINT));
    }
    return unixLines
        ? CharacterClass.of(true, CharacterRange.of('\n', '\n'))
        : new CharacterClass(
            true,
            List.of(
                CharacterRange.of('\n', '\n'),
                CharacterRange.of('\r', '\r'),
                CharacterRange.of(0x85, 0x85),
                CharacterRange.of(0x2028, 0x2029)));
  }
}
