package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** All measurements, kept in a file, so that one row can be measured anew. */
final class Samples {

  private final Path file;
  private final List<Sample> samples;

  private Samples(Path file, List<Sample> samples) {
    this.file = file;
    this.samples = samples;
  }

  static Samples load(Path file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(line -> samples.add(Sample.parse(line)));
    }
    return new Samples(file, samples);
  }

  void forget(String row) {
    samples.removeIf(sample -> sample.row().equals(row));
  }

  void add(Collection<Sample> more) throws IOException {
    samples.addAll(more);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, samples.stream().map(Sample::line).toList());
  }

  /** Which contenders took part. */
  List<String> contenders(String row, String size) {
    return of(row, size).map(Sample::contender).distinct().toList();
  }

  /** The sizes of which there is a measurement, in the order they were measured. */
  List<String> sizes(String row) {
    return samples.stream()
        .filter(sample -> sample.row().equals(row))
        .map(Sample::size)
        .distinct()
        .toList();
  }

  /** The least of all rounds: whatever disturbs only adds to it. */
  OptionalDouble best(String row, String size, String contender, String metric) {
    return values(row, size, contender, metric).min();
  }

  /** The ratio of two contenders in each round that both took part in, from low to high. */
  double[] ratios(String row, String size, String contender, String base, String metric) {
    DoubleStream.Builder ratios = DoubleStream.builder();
    for (int round : new TreeSet<>(of(row, size).map(Sample::round).toList())) {
      OptionalDouble above = inRound(row, size, contender, metric, round);
      OptionalDouble below = inRound(row, size, base, metric, round);
      if (above.isPresent() && below.isPresent() && below.getAsDouble() > 0) {
        ratios.add(above.getAsDouble() / below.getAsDouble());
      }
    }
    return ratios.build().sorted().toArray();
  }

  private OptionalDouble inRound(
      String row, String size, String contender, String metric, int round) {
    return of(row, size)
        .filter(sample -> sample.round() == round)
        .filter(sample -> sample.contender().equals(contender) && sample.metric().equals(metric))
        .mapToDouble(Sample::value)
        .min();
  }

  private DoubleStream values(String row, String size, String contender, String metric) {
    return of(row, size)
        .filter(sample -> sample.contender().equals(contender) && sample.metric().equals(metric))
        .mapToDouble(Sample::value);
  }

  private Stream<Sample> of(String row, String size) {
    return samples.stream()
        .filter(sample -> sample.row().equals(row) && sample.size().equals(size));
  }
}
