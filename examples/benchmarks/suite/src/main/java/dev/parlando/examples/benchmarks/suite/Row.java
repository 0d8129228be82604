package dev.parlando.examples.benchmarks.suite;

import java.util.List;

/**
 * What is compared.
 *
 * @param name the simple name of the classes that do it, one in each module that takes part
 * @param title for people
 * @param kind how it is run
 * @param sizes what {@code name} is told to do, in order; one empty text where there is no choice
 * @param unit of the times
 * @param limit the contender that is the limit
 * @param goal what {@code parlando} may take, as a multiple of the limit
 * @param bytesGoal what it may allocate, as a multiple of the limit; 0 where that is not compared
 * @param rounds how many rounds it is worth at most, as some take minutes
 */
record Row(
    String name,
    String title,
    Kind kind,
    List<String> sizes,
    String unit,
    String limit,
    double goal,
    double bytesGoal,
    int rounds) {

  /** The same row, in no more than a number of rounds. */
  Row inRounds(int most) {
    return new Row(name, title, kind, sizes, unit, limit, goal, bytesGoal, most);
  }

  /** Whether a line of the table is one of this row. */
  boolean owns(String line) {
    return line.startsWith("| " + title + " |") || line.startsWith("| " + title + ", ");
  }

  /** How a row is run. */
  enum Kind {
    /** As JMH benchmarks. */
    JMH,
    /** As a program, in a new JVM for each contender and size, which prints what it measured. */
    PROGRAM,
    /** As such a program, which makes classes of its own before. */
    PREPARED_PROGRAM
  }

  /** Options of the JVM that a program runs in. */
  List<String> jvm() {
    return List.of("-Xmx2g");
  }
}
