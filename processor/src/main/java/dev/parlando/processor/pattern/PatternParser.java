package dev.parlando.processor.pattern;

import dev.parlando.processor.pattern.PatternNode.Anchor;
import dev.parlando.processor.pattern.PatternNode.Choice;
import dev.parlando.processor.pattern.PatternNode.Literal;
import dev.parlando.processor.pattern.PatternNode.OneOf;
import dev.parlando.processor.pattern.PatternNode.Repeated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a regular expression that Java has compiled before, as Java does. Whatever is not on its
 * list is foreign.
 */
final class PatternParser {

  private static final Pattern LEADING_FLAGS = Pattern.compile("\\(\\?([a-zA-Z]+)\\)");

  private static final Pattern COUNT = Pattern.compile("\\{\\d+(,\\d*)?\\}");

  private static final Pattern GROUP_NAME = Pattern.compile("\\?<[a-zA-Z][a-zA-Z0-9]*>");

  private final PatternText in;
  private final Escapes escapes;
  private final Flags flags;

  private PatternParser(PatternText in, Flags flags) {
    this.in = in;
    this.escapes = new Escapes(in, flags.ignoreCase());
    this.flags = flags;
  }

  static Choice parse(String regexp, Flags flags) throws ForeignConstruct {
    PatternText in = new PatternText(PatternText.withoutQuotes(regexp));
    Flags all = flags;
    for (Optional<Matcher> found = in.take(LEADING_FLAGS);
        found.isPresent();
        found = in.take(LEADING_FLAGS)) {
      for (char letter : found.get().group(1).toCharArray()) {
        all = all.with(letter);
      }
    }
    Choice whole = new PatternParser(in, all).choice();
    if (in.more()) {
      throw new ForeignConstruct("the sign " + in.peek());
    }
    return whole;
  }

  private Choice choice() throws ForeignConstruct {
    List<List<PatternNode>> alternatives = new ArrayList<>();
    do {
      List<PatternNode> parts = new ArrayList<>();
      while (in.more() && in.peek() != '|' && in.peek() != ')') {
        parts.add(repeated(part()));
      }
      alternatives.add(parts);
    } while (in.take('|'));
    return new Choice(alternatives);
  }

  private PatternNode part() throws ForeignConstruct {
    int start = in.position();
    int c = in.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new OneOf(withCase(new ClassParser(in, escapes).parse()));
      case '.' -> new OneOf(flags.dot());
      case '^' -> new Anchor(true, "^");
      case '$' -> new Anchor(false, "$");
      case '\\' -> escaped(start);
      case '*', '+', '?', '{' -> throw new ForeignConstruct("the sign " + (char) c + " alone");
      default -> literal(c);
    };
  }

  private PatternNode escaped(int start) throws ForeignConstruct {
    if (in.take('A')) {
      return new Anchor(true, "\\A");
    } else if (in.take('z') || in.take('Z')) {
      return new Anchor(false, in.since(start));
    }
    Optional<CharacterClass> named = escapes.named();
    return named.isPresent() ? new OneOf(named.get()) : literal(escapes.character());
  }

  private PatternNode literal(int c) {
    CharacterClass both = withCase(CharacterClass.of(false, CharacterRange.of(c, c)));
    return both.ranges().size() > 1 ? new OneOf(both) : new Literal(c);
  }

  private CharacterClass withCase(CharacterClass characters) {
    return flags.ignoreCase() ? characters.ignoringCase() : characters;
  }

  private PatternNode group() throws ForeignConstruct {
    if (in.peek() == '?' && in.take(GROUP_NAME).isEmpty() && !in.take("?:")) {
      throw new ForeignConstruct(kindOfGroup());
    }
    Choice inner = choice();
    in.next();
    return inner;
  }

  private String kindOfGroup() throws ForeignConstruct {
    if (in.take("?=") || in.take("?!")) {
      return "the look-ahead (" + in.before(2);
    } else if (in.take("?<=") || in.take("?<!")) {
      return "the look-behind (" + in.before(3);
    } else if (in.take("?>")) {
      return "the atomic group (?>";
    }
    in.next();
    return "the flag (?" + (char) in.next() + " inside";
  }

  private PatternNode repeated(PatternNode part) throws ForeignConstruct {
    int start = in.position();
    boolean once = in.take('?');
    if (!once && !in.take('*') && !in.take('+') && in.take(COUNT).isEmpty()) {
      return part;
    }
    String quantifier = in.since(start);
    if (in.take('+')) {
      throw new ForeignConstruct("the possessive quantifier " + in.since(start));
    }
    // Whether few or many are tried first makes no difference to a whole match.
    in.take('?');
    if (in.more() && "?*+{".indexOf(in.peek()) >= 0) {
      throw new ForeignConstruct("the quantifier of a quantifier " + in.since(start) + in.peek());
    }
    if (part instanceof Anchor anchor) {
      throw new ForeignConstruct("the repeated anchor " + anchor.written() + quantifier);
    }
    return new Repeated(part, quantifier, once);
  }
}
