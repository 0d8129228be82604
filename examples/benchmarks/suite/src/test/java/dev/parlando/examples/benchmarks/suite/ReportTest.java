package dev.parlando.examples.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final String PAGE =
      """
      # Performance

      <!-- table: written by the suite -->

      some machine

      | work | contender | CPU time | B/op | × limit | × ours |
      |---|---|---|---|---|---|
      | dispatch of a call | **parlando** | 900 ns | 10 |  |  |
      | append of PCM → frame, 960 | **parlando** | 200 ns | 11 |  |  |
      | append of PCM → frame, 4800 | **parlando** | 800 ns | 12 |  |  |

      <!-- end of table -->

      What it means.
      """;

  @TempDir Path folder;

  @Test
  void replacesTheLinesOfTheRowsThatWereMeasuredAndKeepsTheOthers() throws IOException {
    Path page = Files.writeString(folder.resolve("performance.md"), PAGE);
    Samples samples = Samples.load(folder.resolve("samples.tsv"));
    samples.add(List.of(new Sample("Dispatch", "parlando", "", "ns", 1, 850)));

    Report.write(folder, samples);

    assertThat(page)
        .content()
        .contains("| dispatch of a call | **parlando** | 850 ns |")
        .doesNotContain("900 ns")
        .contains("| append of PCM → frame, 960 | **parlando** | 200 ns | 11 |  |  |\n")
        .contains("| append of PCM → frame, 4800 | **parlando** | 800 ns | 12 |  |  |\n")
        .endsWith("<!-- end of table -->\n\nWhat it means.\n");
    assertThat(folder.resolve("performance.png")).doesNotExist();
  }
}
