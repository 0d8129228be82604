package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes the table into the page of the documentation, between its two marks, and the plot. */
final class Report {

  private static final String BEGIN = "<!-- table: written by the suite -->\n";
  private static final String END = "<!-- end of table -->";

  private Report() {}

  static void write(Path docs, Samples samples) throws IOException {
    Path page = docs.resolve("performance.md");
    String text = Files.readString(page);
    String table =
        Machine.describe()
            + "\n\n"
            + Table.HEAD
            + Rows.ALL.stream().map(row -> Table.of(row, samples)).collect(Collectors.joining());
    Plot.write(docs.resolve("performance.png"), samples);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        page, text.substring(0, begin) + "\n" + table + "\n" + text.substring(text.indexOf(END)));
  }
}
