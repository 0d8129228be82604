package dev.parlando.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

  /** From this module's folder. */
  private static final Path PROJECT = Path.of("../..").normalize();

  @TempDir Path folder;

  static List<Markdown> documents() throws IOException {
    List<Markdown> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      for (Path file :
          Stream.concat(top, docs).filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
        documents.add(Markdown.read(file));
      }
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyJavaBlockCompilesWithoutAWarning(Markdown document) throws IOException {
    assertThat(new BlockCompiler(folder).problems(document)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Markdown document) throws IOException {
    assertThat(deadLinks(document)).isEmpty();
  }

  @Test
  void tellsFileAndLineOfABlockThatDoesNotCompile() throws IOException {
    Path file = folder.resolve("guide.md");
    Files.writeString(
        file,
        """
        # Guide

        ```java
        record Query(String city) {}
        ```

        ```java
        Query query = new Query("Graz");
        int city = query.city();
        ```

        ```java
        @Tool
        String undescribed(String city) {
          return city;
        }
        ```
        """);

    List<String> problems =
        new BlockCompiler(Files.createDirectory(folder.resolve("classes")))
            .problems(Markdown.read(file));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0)).startsWith(file + ":9: incompatible types");
    assertThat(problems.get(1)).startsWith(file + ":14: ").contains("ToolDescriptionMissing");
  }

  @Test
  void countsAWarningAsAProblem() throws IOException {
    Path file = folder.resolve("guide.md");
    Files.writeString(
        file,
        """
        ```java
        List<String> cities = (List<String>) new Object();
        ```
        """);

    assertThat(new BlockCompiler(folder).problems(Markdown.read(file)))
        .anyMatch(it -> it.startsWith(file + ":2: ") && it.contains("unchecked"));
  }

  @Test
  void tellsFileAndLineOfALinkThatLeadsNowhere() throws IOException {
    Path file = folder.resolve("guide.md");
    Files.writeString(
        file, "# One thing\n[a](#one-thing) [b](guide.md#two)\n[c](gone.md) [d](https://a.b)\n");

    assertThat(deadLinks(Markdown.read(file)))
        .containsExactly(file + ":2: guide.md#two", file + ":3: gone.md");
  }

  private static List<String> deadLinks(Markdown document) throws IOException {
    List<String> dead = new ArrayList<>();
    for (Markdown.Link link : document.links()) {
      Path target =
          link.path().isEmpty() ? document.file() : document.file().resolveSibling(link.path());
      boolean leads =
          Files.exists(target)
              && (link.anchor().isEmpty() || Markdown.read(target).hasAnchor(link.anchor()));
      if (!leads) {
        String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
        dead.add(document.file() + ":" + link.line() + ": " + link.path() + anchor);
      }
    }
    return dead;
  }
}
