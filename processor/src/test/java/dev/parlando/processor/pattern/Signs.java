package dev.parlando.processor.pattern;

import java.util.List;
import java.util.random.RandomGenerator;

/** Characters on which engines have come to differ: line ends, spaces, digits, cases, halves. */
final class Signs {

  private static final List<String> ALL =
      List.of(
          "a", "b", "Z", "k", "s", "0", "7", "_", "-", " ", ".", "/", "@", "[", "]", "^", "$", "&",
          "{", "}", "(", ")", "|", "~", "\\", "+", "*", "?", ",", ":", "\t", "\n", "\u000b", "\f",
          "\r", "\u001c", "\u0007", "\u001b", "\u0085", "\u00a0", "\u00ad", "\u180e", "\u2028",
          "\u2029", "\u3000", "\ufeff", "é", "É", "ß", "ſ", "\u212a", "٣", "ö", "名", "\ue000", "😀",
          "😎");

  private Signs() {}

  static String one(RandomGenerator random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
