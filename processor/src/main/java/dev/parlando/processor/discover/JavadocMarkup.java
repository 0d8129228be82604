package dev.parlando.processor.discover;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain text of what documentation comments are written in: inline tags and HTML. */
final class JavadocMarkup {

  private static final Pattern ELEMENT =
      Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?/?>");
  private static final Pattern ENTITY = Pattern.compile("&(#?[a-zA-Z0-9]+);");
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@([a-zA-Z]+)");
  private static final Pattern FENCE = Pattern.compile("[ \\t]*(`{3,}|~{3,})");

  /** Elements that stand in a line of text. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em",
          "font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
          "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr");

  /** Elements that end a line of text. */
  private static final Set<String> BLOCK =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "br",
          "caption",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private JavadocMarkup() {}

  /**
   * The end of a part that begins somewhere and in which nothing is a block tag: an inline tag, a
   * comment, preformatted text, or a fence of Markdown. Where none begins, that place itself.
   */
  static int endOfVerbatim(String text, int start, boolean isLineStart) {
    char c = text.charAt(start);
    if (c == '{' && text.startsWith("{@", start)) {
      return endOfBraces(text, start);
    } else if (c == '<' && text.startsWith("<!--", start)) {
      return endAfter(text, "-->", start);
    } else if (c == '<' && text.regionMatches(true, start, "<pre", 0, 4)) {
      return endAfter(text.toLowerCase(Locale.ROOT), "</pre>", start);
    } else if (isLineStart && (c == '`' || c == '~')) {
      Matcher fence = FENCE.matcher(text).region(start, text.length());
      return fence.lookingAt() ? endOfFence(text, fence) : start;
    }
    return start;
  }

  private static int endOfFence(String text, Matcher fence) {
    Pattern close = Pattern.compile("(?m)^[ \\t]*" + fence.group(1) + ".*\\R?");
    Matcher closing = close.matcher(text);
    // Without an end, all that follows is inside.
    return closing.find(fence.end()) ? closing.end() : text.length();
  }

  private static int endAfter(String text, String end, int start) {
    int at = text.indexOf(end, start);
    return at < 0 ? start : at + end.length();
  }

  /** The end of braces within which others are balanced; the start if there is no end. */
  private static int endOfBraces(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return start;
  }

  /** One line of text, without tags. */
  static String plain(String markup) {
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < markup.length()) {
      i = next(markup, i, plain);
    }
    return plain.toString().replaceAll("\\s+", " ").trim();
  }

  /** Adds the text of what begins somewhere, and returns where it ends. */
  private static int next(String markup, int start, StringBuilder plain) {
    char c = markup.charAt(start);
    if (c == '{' && markup.startsWith("{@", start)) {
      int end = endOfBraces(markup, start);
      Matcher tag = INLINE_TAG.matcher(markup).region(start, markup.length());
      if (end > start && tag.lookingAt()) {
        plain.append(inlineText(tag.group(1), markup.substring(tag.end(), end - 1).trim()));
        return end;
      }
    } else if (c == '<' && markup.startsWith("<!--", start)) {
      int end = endAfter(markup, "-->", start);
      if (end > start) {
        return end;
      }
    } else if (c == '<') {
      Matcher element = ELEMENT.matcher(markup).region(start, markup.length());
      boolean isEnd = markup.startsWith("</", start);
      if (element.lookingAt() && isElement(element.group(1), isEnd, plain)) {
        boolean isBlock = BLOCK.contains(element.group(1).toLowerCase(Locale.ROOT));
        plain.append(isBlock ? " " : "");
        return element.end();
      }
    } else if (c == '&') {
      Matcher entity = ENTITY.matcher(markup).region(start, markup.length());
      if (entity.lookingAt()) {
        plain.append(HtmlEntities.text(entity.group(1)));
        return entity.end();
      }
    }
    plain.append(c);
    return start + 1;
  }

  /** Whether something in angle brackets is HTML, and not the argument of a generic type. */
  private static boolean isElement(String name, boolean isEnd, StringBuilder before) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isAfterWord =
        !before.isEmpty() && Character.isJavaIdentifierPart(before.charAt(before.length() - 1));
    boolean isKnown = INLINE.contains(lower) || BLOCK.contains(lower);
    return isKnown && (isEnd || name.equals(lower) || !isAfterWord);
  }

  private static String inlineText(String tag, String content) {
    return switch (tag) {
      case "code", "literal", "systemProperty" -> content;
      case "link", "linkplain" -> linkText(content);
      case "value" -> linkText(content.substring(content.lastIndexOf(' ') + 1));
      case "return" -> "Returns " + plain(content) + ".";
      case "index" -> indexed(content);
      case "inheritDoc", "docRoot", "snippet" -> "";
      default -> plain(content);
    };
  }

  /** The label, or the target as one would say it. */
  private static String linkText(String content) {
    int end = content.indexOf(' ', Math.max(0, content.indexOf(')')));
    if (end >= 0) {
      return plain(content.substring(end + 1));
    }
    String target = content.startsWith("#") ? content.substring(1) : content;
    return target.replace('#', '.');
  }

  /** The first word, or what stands in quotes. */
  private static String indexed(String content) {
    if (content.startsWith("\"")) {
      int end = content.indexOf('"', 1);
      return content.substring(1, end < 0 ? content.length() : end);
    }
    return content.split("\\s", 2)[0];
  }
}
