package dev.parlando.examples.benchmarks.suite;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The part of the table that shows one row, a line for each contender and size. */
final class Table {

  static final String HEAD =
      "| work | contender | CPU time | B/op | × limit | × ours |\n|---|---|---|---|---|---|\n";

  /** What some programs count besides. */
  private static final List<String> COUNTS = List.of("calls", "dropped");

  private final Row row;
  private final Samples samples;

  private Table(Row row, Samples samples) {
    this.row = row;
    this.samples = samples;
  }

  /** The lines of a row, ours first, then from fast to slow. */
  static String of(Row row, Samples samples) {
    Table table = new Table(row, samples);
    return samples.sizes(row.name()).stream().map(table::lines).collect(Collectors.joining());
  }

  private String lines(String size) {
    List<String> contenders =
        samples.contenders(row.name(), size).stream()
            .sorted(java.util.Comparator.comparingDouble(name -> order(size, name)))
            .toList();
    return contenders.stream().map(name -> line(size, name)).collect(Collectors.joining());
  }

  private double order(String size, String contender) {
    return contender.equals("parlando")
        ? -1
        : samples.best(row.name(), size, contender, row.unit()).orElse(Double.MAX_VALUE);
  }

  private String line(String size, String contender) {
    String title = row.title() + (size.isEmpty() ? "" : ", " + size);
    String name = contender.equals(row.limit()) ? contender + " (limit)" : contender;
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            title,
            contender.equals("parlando") ? "**parlando**" : name,
            number(samples.best(row.name(), size, contender, row.unit()), row.unit())
                + counts(size, contender),
            number(samples.best(row.name(), size, contender, "B"), ""),
            ratio(size, contender, row.limit()),
            ratio(size, contender, "parlando"));
  }

  private String counts(String size, String contender) {
    StringBuilder counts = new StringBuilder();
    for (String metric : COUNTS) {
      samples
          .best(row.name(), size, contender, metric)
          .ifPresent(count -> counts.append(", %,.0f %s".formatted(count, metric)));
    }
    return counts.toString();
  }

  /** The median over the rounds, and how far the farthest round is from it. */
  private String ratio(String size, String contender, String base) {
    double[] ratios = samples.ratios(row.name(), size, contender, base, row.unit());
    if (ratios.length == 0 || contender.equals(base)) {
      return "";
    }
    double median = ratios[ratios.length / 2];
    double error = Math.max(median - ratios[0], ratios[ratios.length - 1] - median);
    return String.format(Locale.ROOT, "%.2f ± %.2f", median, error);
  }

  private static String number(OptionalDouble value, String unit) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    String format = number < 10 ? "%.1f" : "%,.0f";
    return (String.format(Locale.ROOT, format, number) + " " + unit).strip();
  }
}
