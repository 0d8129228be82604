package dev.parlando.examples.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  private static final Row ROW =
      new Row("Work", "some work", Row.Kind.JMH, List.of(""), "ns", "hand", 1.1, 0, 3);

  @TempDir Path folder;

  @Test
  void comparesWithinRoundsAndTellsTheError() throws IOException {
    Samples samples = Samples.load(folder.resolve("samples.tsv"));
    samples.add(
        List.of(
            sample("hand", 1, 100),
            sample("parlando", 1, 90),
            sample("hand", 2, 200),
            sample("parlando", 2, 220),
            sample("hand", 3, 100),
            sample("parlando", 3, 100),
            sample("peer", 3, 300)));

    assertThat(Table.of(ROW, samples).lines())
        .containsExactly(
            "| some work | **parlando** | 90 ns |  | 1.00 ± 0.10 |  |",
            "| some work | hand (limit) | 100 ns |  |  | 1.00 ± 0.11 |",
            "| some work | peer | 300 ns |  | 3.00 ± 0.00 | 3.00 ± 0.00 |");
  }

  @Test
  void keepsTheRowsThatAreNotMeasuredAnew() throws IOException {
    Path file = folder.resolve("samples.tsv");
    Samples.load(file).add(List.of(sample("hand", 1, 100)));

    Samples again = Samples.load(file);
    again.forget("Other");
    assertThat(again.best("Work", "", "hand", "ns")).hasValue(100);
    again.forget("Work");
    assertThat(again.best("Work", "", "hand", "ns")).isEmpty();
  }

  private static Sample sample(String contender, int round, double ns) {
    return new Sample("Work", contender, "", "ns", round, ns);
  }
}
