package dev.parlando.processor.discover;

import java.util.LinkedHashMap;
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

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@(?=[a-zA-Z])");
  private static final Pattern PARAM =
      Pattern.compile("param\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern INLINE_TAG =
      Pattern.compile("\\{@([a-zA-Z]+)\\s*((?:[^{}]|\\{[^{}]*})*)}");
  private static final Pattern BLOCK_ELEMENT =
      Pattern.compile("(?i)</?(p|br|div|h\\d|li|ol|pre|table|td|th|tr|ul)\\b[^<>]*>");
  private static final Pattern HTML_TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /** The comment on an element; it must not be the component of a record. */
  static JavadocText of(Lang lang, Element element) {
    String comment = lang.elements().getDocComment(element);
    return comment == null ? NONE : parse(comment);
  }

  static JavadocText parse(String comment) {
    String[] blocks = BLOCK_TAG.split(comment, -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < blocks.length; i++) {
      Matcher param = PARAM.matcher(blocks[i]);
      if (param.matches()) {
        parameters.put(param.group(1), plain(param.group(2)));
      }
    }
    return new JavadocText(plain(blocks[0]), parameters);
  }

  /** One line of text, without tags. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int end = 0;
    Matcher tag = INLINE_TAG.matcher(text);
    while (tag.find()) {
      plain.append(withoutHtml(text.substring(end, tag.start())));
      plain.append(inlineText(tag.group(1), tag.group(2).trim()));
      end = tag.end();
    }
    plain.append(withoutHtml(text.substring(end)));
    return plain.toString().replaceAll("\\s+", " ").trim();
  }

  private static String withoutHtml(String text) {
    String inline = BLOCK_ELEMENT.matcher(text).replaceAll(" ");
    return HTML_TAG
        .matcher(inline)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&#64;", "@")
        .replace("&amp;", "&");
  }

  private static String inlineText(String tag, String content) {
    return switch (tag) {
      case "link", "linkplain" -> linkText(content);
      case "inheritDoc", "docRoot" -> "";
      default -> content;
    };
  }

  /** The label, or the target as one would say it. */
  private static String linkText(String content) {
    int end = content.indexOf(' ', Math.max(0, content.indexOf(')')));
    if (end >= 0) {
      return content.substring(end + 1).trim();
    }
    String target = content.startsWith("#") ? content.substring(1) : content;
    return target.replace('#', '.');
  }
}
