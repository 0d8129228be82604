package dev.parlando.processor.render;

import com.palantir.javapoet.JavaFile;
import java.nio.charset.StandardCharsets;

/** Source text that every compiler reads in the same way, whatever encoding it takes it for. */
final class SourceText {

  private SourceText() {}

  static String of(JavaFile file) {
    String source = file.toString();
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(source)) {
      return source;
    }
    StringBuilder ascii = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c < 128) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return ascii.toString();
  }
}
