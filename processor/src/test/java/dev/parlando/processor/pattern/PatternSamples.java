package dev.parlando.processor.pattern;

import dev.parlando.processor.pattern.PatternNode.Choice;
import dev.parlando.processor.pattern.PatternNode.Literal;
import dev.parlando.processor.pattern.PatternNode.OneOf;
import dev.parlando.processor.pattern.PatternNode.Repeated;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes texts that a pattern may match, and texts that are a little off. */
final class PatternSamples {

  private final RandomGenerator random;

  PatternSamples(RandomGenerator random) {
    this.random = random;
  }

  /** A number of texts, half of them changed in a place or two, none too long. */
  List<String> texts(String regexp, List<String> flags, int count, int longest) {
    Choice whole;
    try {
      whole = Anchors.dropped(PatternParser.parse(regexp, Flags.of(flags)));
    } catch (ForeignConstruct e) {
      throw new IllegalArgumentException(regexp, e);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      add(whole, text);
      for (int changes = i % 2 == 0 ? 0 : 1 + random.nextInt(2); changes > 0; changes--) {
        change(text);
      }
      int length = text.codePointCount(0, text.length());
      texts.add(text.substring(0, text.offsetByCodePoints(0, Math.min(length, longest))));
    }
    return texts;
  }

  private void change(StringBuilder text) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
    int kind = random.nextInt(3);
    if (kind > 0 && at < text.length()) {
      text.delete(at, text.offsetByCodePoints(at, 1));
    }
    text.insert(at, kind < 2 ? Signs.one(random) : "");
  }

  private void add(PatternNode part, StringBuilder text) {
    if (part instanceof Literal literal) {
      text.appendCodePoint(literal.codePoint());
    } else if (part instanceof OneOf oneOf) {
      List<CharacterRange> members = oneOf.characters().members();
      CharacterRange range = members.get(random.nextInt(members.size()));
      int width = Math.min(range.last() - range.first() + 1, 0x3000);
      int c = range.first() + random.nextInt(width);
      boolean half = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
      text.appendCodePoint(half ? range.last() : c);
    } else if (part instanceof Choice choice) {
      List<List<PatternNode>> alternatives = choice.alternatives();
      alternatives.get(random.nextInt(alternatives.size())).forEach(each -> add(each, text));
    } else if (part instanceof Repeated repeated) {
      for (int times = times(repeated.quantifier()); times > 0; times--) {
        add(repeated.part(), text);
      }
    }
  }

  private int times(String quantifier) {
    return switch (quantifier.charAt(0)) {
      case '?' -> random.nextInt(2);
      case '*' -> random.nextInt(4);
      case '+' -> 1 + random.nextInt(3);
      default -> {
        String[] bounds = quantifier.substring(1, quantifier.length() - 1).split(",", -1);
        int min = Integer.parseInt(bounds[0]);
        boolean open = bounds.length == 2 && bounds[1].isEmpty();
        int max = bounds.length == 1 ? min : open ? min + 3 : Integer.parseInt(bounds[1]);
        yield min + random.nextInt(max - min + 1);
      }
    };
  }
}
