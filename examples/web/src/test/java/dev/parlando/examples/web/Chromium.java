package dev.parlando.examples.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium. */
final class Chromium {

  private Chromium() {}

  /** Where it is: what CHROMIUM names, else what is on the path; empty if there is none. */
  static Optional<String> path() {
    String named = System.getenv().getOrDefault("CHROMIUM", "");
    Stream<String> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name).toString()));
    return Stream.concat(Stream.of(named).filter(name -> !name.isEmpty()), found)
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }
}
