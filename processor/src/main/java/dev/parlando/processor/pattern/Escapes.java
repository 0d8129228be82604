package dev.parlando.processor.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what follows a backslash. */
final class Escapes {

  private static final Pattern CODE =
      Pattern.compile(
          "x([0-9a-fA-F]{2})|x\\{([0-9a-fA-F]+)\\}|u([0-9a-fA-F]{4})|0([0-3]?[0-7]{1,2})");

  /** Half of a character beyond those of 16 bits, which Java wants to be followed by the other. */
  private static final Pattern LOW_HALF = Pattern.compile("\\\\u([dD][c-fC-F][0-9a-fA-F]{2})");

  private static final Pattern PROPERTY = Pattern.compile("[pP](\\{([^}]*)\\}|.)");

  private final PatternText in;
  private final boolean ignoreCase;

  Escapes(PatternText in, boolean ignoreCase) {
    this.in = in;
    this.ignoreCase = ignoreCase;
  }

  /** A class like {@code \d} or <code>\p{Alpha}</code>, if that follows. */
  Optional<CharacterClass> named() throws ForeignConstruct {
    Optional<Matcher> property = in.take(PROPERTY);
    if (property.isPresent()) {
      String written = property.get().group();
      String name = Optional.ofNullable(property.get().group(2)).orElse("");
      if (ignoreCase && (name.equals("Upper") || name.equals("Lower"))) {
        // Some JDKs let the flag reach into these, others don't.
        throw new ForeignConstruct("\\" + written + " without regard to case");
      }
      CharacterClass named =
          NamedClasses.byName(name)
              .orElseThrow(() -> new ForeignConstruct("the property \\" + written));
      return Optional.of(new CharacterClass(written.charAt(0) == 'P', named.ranges()));
    }
    Optional<CharacterClass> named = NamedClasses.byLetter(in.peek());
    if (named.isPresent()) {
      in.next();
    }
    return named;
  }

  /** The character that is meant. */
  int character() throws ForeignConstruct {
    Optional<Matcher> code = in.take(CODE);
    if (code.isPresent()) {
      return coded(code.get());
    }
    int c = in.next();
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'a' -> 0x07;
      case 'e' -> 0x1b;
      case 'c' -> in.next() ^ 0x40;
      case 'k' -> throw new ForeignConstruct("the back reference \\k");
      case 'b' -> throw new ForeignConstruct("the word boundary \\b");
      default -> {
        if ('1' <= c && c <= '9') {
          throw new ForeignConstruct("the back reference \\" + (char) c);
        } else if (c < 0x80 && Character.isLetterOrDigit(c)) {
          throw new ForeignConstruct("the escape \\" + (char) c);
        }
        yield c;
      }
    };
  }

  private int coded(Matcher code) throws ForeignConstruct {
    if (code.group(4) != null) {
      return Integer.parseInt(code.group(4), 8);
    }
    boolean braces = code.group(2) != null;
    String digits = braces ? code.group(2) : code.group().substring(1);
    int c = Integer.parseInt(digits, 16);
    if (!braces && Character.isHighSurrogate((char) c)) {
      Optional<Matcher> low = in.take(LOW_HALF);
      if (low.isPresent()) {
        return Character.toCodePoint((char) c, (char) Integer.parseInt(low.get().group(1), 16));
      }
    }
    return c;
  }
}
