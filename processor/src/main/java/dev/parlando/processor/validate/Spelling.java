package dev.parlando.processor.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was probably meant. It measures as the class of the same name that decoders
 * use, which a processor can't: it has no class of the applications' on its path. A test holds the
 * two together.
 */
final class Spelling {

  private Spelling() {}

  /** The closest of the names, if one is close. */
  static Optional<String> closest(String word, List<String> names) {
    String best = "";
    int bestDistance = Math.max(1, word.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(fold(word), fold(name));
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Case and separators are not what makes two names different. */
  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "").replace("_", "");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 ? j : j == 0 ? i : distance(a, i, b, j, rows);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int distance(String a, int i, String b, int j, int[][] rows) {
    int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, replaced);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
