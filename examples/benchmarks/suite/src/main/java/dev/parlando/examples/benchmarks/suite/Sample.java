package dev.parlando.examples.benchmarks.suite;

import java.util.Locale;

/**
 * One measurement of one contender.
 *
 * @param row what was to be done
 * @param contender who did it
 * @param size how much of it, in the row's own terms; empty where there is only one
 * @param metric what was measured, with its unit
 * @param round in which round; contenders are compared within a round
 */
record Sample(String row, String contender, String size, String metric, int round, double value) {

  static Sample parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Sample(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        Integer.parseInt(fields[4]),
        Double.parseDouble(fields[5]));
  }

  String line() {
    return String.join(
        "\t",
        row,
        contender,
        size,
        metric,
        Integer.toString(round),
        String.format(Locale.ROOT, "%.4f", value));
  }
}
