package dev.parlando.processor.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/**
 * A documentation comment as plain text.
 *
 * @param description the text before the first block tag
 * @param parameters the texts of the {@code @param} tags, by name
 */
record JavadocText(String description, Map<String, String> parameters) {

  static final JavadocText NONE = new JavadocText("", Map.of());

  private static final Pattern PARAM =
      Pattern.compile("@param\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s+(.*)", Pattern.DOTALL);

  /** The comment on an element; it must not be the component of a record. */
  static JavadocText of(Lang lang, Element element) {
    String comment = lang.elements().getDocComment(element);
    return comment == null ? NONE : parse(comment);
  }

  static JavadocText parse(String comment) {
    List<String> blocks = blocks(comment);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String block : blocks.subList(1, blocks.size())) {
      Matcher param = PARAM.matcher(block);
      if (param.matches()) {
        parameters.put(param.group(1), JavadocMarkup.plain(param.group(2)));
      }
    }
    return new JavadocText(JavadocMarkup.plain(blocks.get(0)), parameters);
  }

  /** The description, and a text for each block tag. */
  private static List<String> blocks(String comment) {
    List<String> blocks = new ArrayList<>();
    int start = 0;
    int i = 0;
    boolean isLineStart = true;
    while (i < comment.length()) {
      int end = JavadocMarkup.endOfVerbatim(comment, i, isLineStart);
      if (end > i) {
        isLineStart = comment.charAt(end - 1) == '\n';
        i = end;
        continue;
      }
      if (isLineStart && isBlockTag(comment, i)) {
        blocks.add(comment.substring(start, i));
        start = i;
      }
      char c = comment.charAt(i);
      isLineStart = c == '\n' || (isLineStart && (c == ' ' || c == '\t'));
      i++;
    }
    blocks.add(comment.substring(start));
    return blocks;
  }

  /** Names of annotations begin with capitals, those of tags never do. */
  private static boolean isBlockTag(String comment, int at) {
    return comment.charAt(at) == '@'
        && at + 1 < comment.length()
        && Character.isLowerCase(comment.charAt(at + 1));
  }
}
