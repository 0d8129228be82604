package dev.parlando.examples.benchmarks.processors;

import static org.assertj.core.api.Assertions.assertThat;
import dev.parlando.examples.benchmarks.work.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeerTest {

  @TempDir Path with;
  @TempDir Path without;

  static Stream<String> peers() {
    return Peer.ALL.stream().map(Peer::name);
  }

  @ParameterizedTest
  @MethodSource("peers")
  void makesClassesOfEachClass(String name) throws IOException {
    Peer peer = Peer.named(name);

    Javac.compile(with, peer.sources(5), Javac.processors(peer.processors()));
    Javac.compile(without, peer.sources(5), Javac.NO_PROCESSOR);

    assertThat(classes(with))
        .containsAll(classes(without))
        .hasSizeGreaterThanOrEqualTo(classes(without).size() + 5);
  }

  private static List<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .toList();
    }
  }
}
