package dev.parlando.processor.validate;

import java.util.List;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {

  private Spelling() {}

  /** The closest of the names, if one is close. */
  static Optional<String> closest(String word, List<String> names) {
    String best = "";
    int bestDistance = word.length() / 3 + 1;
    for (String name : names) {
      int distance = distance(word, name);
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** How many letters must be added, removed or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
