package dev.parlando.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;

/** What an annotation processor promises: its name, the annotations it claims, and its options. */
final class ProcessorApi {

  private ProcessorApi() {}

  /** The processors that a module provides on the class path. */
  static List<String> names(PublishedModule module) {
    Path services =
        module.classes().resolve("META-INF/services/javax.annotation.processing.Processor");
    try {
      return Files.exists(services)
          ? Files.readAllLines(services).stream().filter(line -> !line.startsWith("#")).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name, ClassLoader loader) {
    Class<?> processor = ApiDump.load(name, loader);
    StringBuilder text = new StringBuilder("processor ").append(name).append('\n');
    SupportedAnnotationTypes annotations = processor.getAnnotation(SupportedAnnotationTypes.class);
    SupportedOptions options = processor.getAnnotation(SupportedOptions.class);
    Arrays.stream(annotations.value()).sorted().forEach(each -> line(text, "annotation", each));
    Arrays.stream(options.value()).sorted().forEach(each -> line(text, "option", each));
    return text.toString();
  }

  private static void line(StringBuilder text, String kind, String name) {
    text.append("  ").append(kind).append(' ').append(name).append('\n');
  }
}
