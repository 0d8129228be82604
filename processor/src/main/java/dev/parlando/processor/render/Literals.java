package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in source code, however long. */
final class Literals {

  /** Well below the 65535 bytes that a class file's constants may have. */
  private static final int MAX_BYTES = 60_000;

  /**
   * A Unicode escape after a backslash is more than Eclipse's compiler can take in a text block.
   */
  private static final Pattern UNSAFE_IN_BLOCK = Pattern.compile("\\\\[^\\p{ASCII}]");

  private Literals() {}

  /** A text of no great length. */
  static CodeBlock quoted(String text) {
    if (text.indexOf('\u2028') < 0 && text.indexOf('\u2029') < 0) {
      return CodeBlock.of("$S", text);
    }
    // JavaPoet takes these for the ends of lines, and would break the literal there.
    char line = unused(text, '\ue000');
    char paragraph = unused(text, (char) (line + 1));
    String safe = text.replace('\u2028', line).replace('\u2029', paragraph);
    String literal = CodeBlock.of("$S", safe).toString();
    return CodeBlock.of(
        "$L",
        literal
            .replace(String.valueOf(line), "\\u2028")
            .replace(String.valueOf(paragraph), "\\u2029"));
  }

  /** The first character from another on that is not in a text. */
  private static char unused(String text, char from) {
    char c = from;
    while (text.indexOf(c) >= 0) {
      c++;
    }
    return c;
  }

  /** JSON, one property a line if it fits into one constant. */
  static CodeBlock json(String json) {
    boolean fits = json.length() < MAX_BYTES / 3 && !UNSAFE_IN_BLOCK.matcher(json).find();
    return fits ? CodeBlock.of("$L", block(json)) : text(json);
  }

  /** Any text; if it is too long for one constant, it is put together at run time. */
  static CodeBlock text(String text) {
    if (text.length() < MAX_BYTES / 6) {
      return quoted(text);
    }
    List<CodeBlock> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      String character = text.substring(i, text.offsetByCodePoints(i, 1));
      // A class file spends up to six bytes on what UTF-8 writes in four.
      bytes += character.getBytes(StandardCharsets.UTF_8).length * 3 / 2;
      if (bytes > MAX_BYTES) {
        parts.add(quoted(part.toString()));
        part.setLength(0);
        bytes = 0;
      }
      part.append(character);
      i += character.length();
    }
    parts.add(quoted(part.toString()));
    return parts.size() == 1
        ? parts.get(0)
        : CodeBlock.of("$T.join(\"\",\n$>$>$L$<$<)", String.class, CodeBlock.join(parts, ",\n"));
  }

  /** A text block without line breaks of its own. */
  private static String block(String json) {
    StringBuilder block = new StringBuilder("\"\"\"\n");
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        i++;
        block.append("\\\\").append(isEscapable(json.charAt(i)) ? "\\" : "");
        block.append(json.charAt(i));
        continue;
      }
      if (c == '\u2028' || c == '\u2029') {
        block.append("\\u").append(Integer.toHexString(c));
        continue;
      }
      block.append(c);
      if (c == '"') {
        inText = !inText;
      } else if (!inText && endsLine(block) && json.charAt(i + 1) != '}') {
        block.append("\\\n");
      }
    }
    return block.append("\"\"\"").toString();
  }

  /** Whether Java needs a backslash for a character that JSON needs one for. */
  private static boolean isEscapable(char c) {
    return c == '"' || c == '\\';
  }

  private static boolean endsLine(CharSequence block) {
    String end = block.subSequence(Math.max(0, block.length() - 14), block.length()).toString();
    return end.endsWith("},") || end.equals("\"properties\":{");
  }
}
