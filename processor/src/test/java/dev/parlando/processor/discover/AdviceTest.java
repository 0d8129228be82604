package dev.parlando.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import org.junit.jupiter.api.Test;

/** A type that can't be a parameter has a neighbour that can, and the message names it. */
final class AdviceTest {

  @Test
  void nearestSupportedTypeIsNamed() {
    Compiled compiled =
        Compilation.of(
                """
                package p;
                import java.util.*;
                class Agent {
                  enum Unit { A }
                  @dev.parlando.Tool("x") void run(
                      EnumSet<Unit> enumSet, NavigableMap<String, String> map, Vector<String> vector,
                      TreeSet<String> tree, java.time.OffsetTime time, java.sql.Timestamp stamp,
                      java.util.concurrent.ConcurrentHashMap<String, String> concurrent,
                      java.util.stream.IntStream stream, java.nio.ByteBuffer buffer,
                      StringBuilder builder, java.util.concurrent.atomic.AtomicLong atomic,
                      java.util.concurrent.atomic.DoubleAdder adder, java.nio.file.Path path,
                      java.util.Date date, java.time.chrono.JapaneseDate japanese, Object any,
                      tools.jackson.databind.node.ObjectNode node, Thread thread) {}
                }
                """)
            .compile();

    assertThat(compiled.errors())
        .extracting(
            text -> text.replaceAll(".*run\\((\\w+)\\).*? parameter\\. (.*) See .*", "$1: $2"))
        .containsExactly(
            "enumSet: Use java.util.Set.",
            "map: Use java.util.Map.",
            "vector: Use java.util.List.",
            "tree: Use java.util.SortedSet.",
            "time: Use java.time.LocalTime.",
            "stamp: Use java.time.Instant.",
            "concurrent: Use java.util.Map.",
            "stream: Use java.util.List.",
            "buffer: Use byte[].",
            "builder: Use String.",
            "atomic: Use long.",
            "adder: Use int, long, double or java.math.BigDecimal.",
            "path: Use String.",
            "date: Use java.time.Instant.",
            "japanese: Use java.time.LocalDate.",
            "any: Use tools.jackson.databind.JsonNode for any JSON, or a record.",
            "node: Use tools.jackson.databind.JsonNode.",
            "thread: Use a record.");
  }
}
