package dev.parlando.internal.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The steps of a conversation, drawn by a seed. */
final class Script {

  private static final long[] PAUSES = {
    0, 0, 3, 10, 15, 25, 40, 70, 110, 150, 230, 300, 700, 1_500, 3_000, 9_000, 25_000
  };
  private static final int LEAST_STEPS = 40;
  private static final Step.Kind[] DECK = deck();

  private Script() {}

  private static Step.Kind[] deck() {
    List<Step.Kind> deck = new ArrayList<>();
    for (Step.Kind kind : Step.Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        deck.add(kind);
      }
    }
    return deck.toArray(Step.Kind[]::new);
  }

  static List<Step> draw(SplittableRandom random) {
    int length = LEAST_STEPS + random.nextInt(10);
    List<Step> steps = new ArrayList<>(length + 1);
    for (int i = 0; i < length; i++) {
      Step.Kind kind = DECK[random.nextInt(DECK.length)];
      steps.add(step(kind, random));
    }
    if (random.nextInt(8) == 0) {
      steps.add(step(Step.Kind.CLOSE, random));
    }
    return steps;
  }

  private static Step step(Step.Kind kind, SplittableRandom random) {
    return new Step(kind, random.nextInt(1_000), PAUSES[random.nextInt(PAUSES.length)]);
  }
}
