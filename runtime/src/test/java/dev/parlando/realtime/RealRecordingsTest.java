package dev.parlando.realtime;

import static dev.parlando.realtime.Sample.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Conversations with real servers, where recordings of them stand beside a checkout: nothing that
 * either side sent is lost in being read and written again.
 */
class RealRecordingsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("parlando.protocol", "none"), "..", "recordings");

  @TestFactory
  Stream<DynamicTest> nothingIsLost() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> recordings =
          files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      assertThat(recordings).isNotEmpty();
      return recordings.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path file) throws Exception {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      JsonNode entry = Sample.json(line);
      String side = entry.path("dir").stringValue("").toUpperCase(Locale.ROOT);
      Map<Dialect, JsonNode> written = new EnumMap<>(Dialect.class);
      for (Dialect dialect : Dialect.values()) {
        Sample sample =
            new Sample(
                dialect,
                Sample.Side.valueOf(side),
                file.getFileName() + ":" + number,
                entry.path("event"));
        written.put(dialect, sample.write(sample.read()));
      }
      // A server that speaks no dialect purely is written in one of them; no value gets lost.
      List<String> lost = new ArrayList<>(leaves(entry.path("event")));
      lost.removeAll(written.values().stream().flatMap(event -> leaves(event).stream()).toList());
      assertThat(lost).as("%s:%d, %s", file.getFileName(), number, entry).isEmpty();
      if (!file.getFileName().toString().startsWith("xai")) {
        boolean beta = file.getFileName().toString().startsWith("voice-live");
        assertSame(written, entry.path("event"), beta);
      }
    }
    assertThat(number).isPositive();
  }

  /** Voice Live speaks the beta; its clients are let speak either. */
  private static void assertSame(Map<Dialect, JsonNode> written, JsonNode event, boolean beta) {
    if (!beta || !event.equals(written.get(Dialect.BETA))) {
      assertSameJson(written.get(Dialect.GA), event);
    }
  }

  /** Each value with the name of its field, wherever it stands. */
  private static List<String> leaves(JsonNode tree) {
    List<String> leaves = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      JsonNode value = field.getValue();
      if (value.isValueNode()) {
        // 3 and 3.0 are one number in JSON.
        leaves.add(field.getKey() + "=" + (value.isNumber() ? value.doubleValue() : value));
      }
    }
    tree.forEach(child -> leaves.addAll(leaves(child)));
    return leaves;
  }
}
