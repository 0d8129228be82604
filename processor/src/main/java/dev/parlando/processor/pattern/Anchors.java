package dev.parlando.processor.pattern;

import dev.parlando.processor.pattern.PatternNode.Anchor;
import dev.parlando.processor.pattern.PatternNode.Choice;
import dev.parlando.processor.pattern.PatternNode.Repeated;
import java.util.ArrayList;
import java.util.List;

/**
 * Anchors where they say nothing, since the value is matched as a whole anyway. Elsewhere readers
 * differ about the ends of lines.
 */
final class Anchors {

  private Anchors() {}

  /** The same without anchors. */
  static Choice dropped(Choice whole) throws ForeignConstruct {
    return choice(whole, true, true);
  }

  private static Choice choice(Choice choice, boolean first, boolean last) throws ForeignConstruct {
    List<List<PatternNode>> alternatives = new ArrayList<>();
    for (List<PatternNode> parts : choice.alternatives()) {
      int start = 0;
      int end = parts.size();
      while (first && start < end && isAnchor(parts.get(start), true)) {
        start++;
      }
      while (last && start < end && isAnchor(parts.get(end - 1), false)) {
        end--;
      }
      List<PatternNode> left = new ArrayList<>();
      for (int i = start; i < end; i++) {
        left.add(part(parts.get(i), first && i == start, last && i == end - 1));
      }
      alternatives.add(left);
    }
    return new Choice(alternatives);
  }

  private static boolean isAnchor(PatternNode part, boolean atStart) {
    return part instanceof Anchor anchor && anchor.atStart() == atStart;
  }

  private static PatternNode part(PatternNode part, boolean first, boolean last)
      throws ForeignConstruct {
    if (part instanceof Anchor anchor) {
      throw new ForeignConstruct("the anchor " + anchor.written() + " inside");
    } else if (part instanceof Choice choice) {
      return choice(choice, first, last);
    } else if (part instanceof Repeated repeated) {
      boolean once = repeated.atMostOnce();
      PatternNode inner = part(repeated.part(), first && once, last && once);
      return new Repeated(inner, repeated.quantifier(), once);
    }
    return part;
  }
}
