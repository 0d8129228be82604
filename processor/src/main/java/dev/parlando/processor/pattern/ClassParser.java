package dev.parlando.processor.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in brackets. */
final class ClassParser {

  private final PatternText in;
  private final Escapes escapes;
  private final List<CharacterRange> ranges = new ArrayList<>();

  ClassParser(PatternText in, Escapes escapes) {
    this.in = in;
    this.escapes = escapes;
  }

  /** The class whose opening bracket has been read. */
  CharacterClass parse() throws ForeignConstruct {
    boolean negated = in.take('^');
    // At the start, a closing bracket is a character like others.
    do {
      member();
    } while (!in.take(']'));
    return new CharacterClass(negated, ranges);
  }

  private void member() throws ForeignConstruct {
    if (in.peek() == '\\') {
      in.next();
      if (in.peek() == 'v' && in.peek(1) == '-') {
        // Java alone takes it for the one character U+000B there.
        throw new ForeignConstruct("the escape \\v before a hyphen");
      }
      Optional<CharacterClass> named = escapes.named();
      if (named.isPresent()) {
        // No range starts with a class: a hyphen after it is a character.
        ranges.addAll(named.get().members());
        return;
      }
      range(escapes.character());
    } else {
      range(plain());
    }
  }

  private void range(int first) throws ForeignConstruct {
    if (in.peek() != '-' || in.peek(1) == ']') {
      ranges.add(CharacterRange.of(first, first));
      return;
    }
    in.next();
    int last = in.take('\\') ? escapes.character() : plain();
    if (last < first) {
      throw new ForeignConstruct("a range that ends before it starts");
    }
    ranges.add(CharacterRange.of(first, last));
  }

  private int plain() throws ForeignConstruct {
    if (in.peek() == '[') {
      throw new ForeignConstruct("a class inside of a class");
    } else if (in.take("&&")) {
      throw new ForeignConstruct("the intersection &&");
    }
    return in.next();
  }
}
