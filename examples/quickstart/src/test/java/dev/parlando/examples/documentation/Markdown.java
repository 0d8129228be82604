package dev.parlando.examples.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file, as far as the tests look at it. */
final class Markdown {

  /**
   * A fenced block.
   *
   * @param line the line of its first line of code, from 1
   * @param text its code
   */
  record Block(int line, String text) {}

  /**
   * A link to a file of the project.
   *
   * @param line where it stands, from 1
   * @param path relative to the file; empty for the file itself
   * @param anchor the heading in it; empty for the file as a whole
   */
  record Link(int line, String path, String anchor) {}

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  private final Path file;
  private final List<Block> javaBlocks = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();

  private Markdown(Path file) {
    this.file = file;
  }

  static Markdown read(Path file) throws IOException {
    Markdown markdown = new Markdown(file);
    markdown.parse(Files.readAllLines(file));
    return markdown;
  }

  Path file() {
    return file;
  }

  List<Block> javaBlocks() {
    return javaBlocks;
  }

  List<Link> links() {
    return links;
  }

  boolean hasAnchor(String anchor) {
    return anchors.contains(anchor);
  }

  private void parse(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        int start = i + 1;
        for (i = start; i < lines.size() && !lines.get(i).startsWith("```"); i++) {}
        if (line.equals("```java")) {
          javaBlocks.add(new Block(start + 1, String.join("\n", lines.subList(start, i)) + "\n"));
        }
      } else if (line.startsWith("#")) {
        anchors.add(anchor(line.replaceFirst("^#+ ", "")));
      } else {
        addLinks(line.replaceAll("`[^`]*`", "code"), i + 1);
      }
    }
  }

  private void addLinks(String line, int number) {
    Matcher link = LINK.matcher(line);
    while (link.find()) {
      if (!ELSEWHERE.matcher(link.group(1)).matches()) {
        links.add(new Link(number, link.group(1), link.group(2) == null ? "" : link.group(2)));
      }
    }
  }

  /** What a heading is linked by. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
