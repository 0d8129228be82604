package dev.parlando.processor.render;

import java.util.ArrayList;
import java.util.List;

/** A description in the making. */
final class Sentences {

  private final List<String> parts = new ArrayList<>();

  Sentences(String first) {
    add(first);
  }

  /** Adds a sentence, or nothing if it is empty. */
  void add(String sentence) {
    if (!sentence.isEmpty()) {
      parts.add(sentence);
    }
  }

  /** All of it. What stands alone stays as it was written. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (text.length() > 0) {
        char last = text.charAt(text.length() - 1);
        text.append(".!?:;".indexOf(last) < 0 ? ". " : " ");
      }
      text.append(part);
    }
    return text.toString();
  }
}
