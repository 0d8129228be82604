package dev.parlando.processor.discover;

import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What to use instead of a type that arguments can't have. */
final class Advice {

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry(
              "java.lang.Object", "tools.jackson.databind.JsonNode for any JSON, or a record"),
          Map.entry("java.lang.Number", "int, long, double or java.math.BigDecimal"),
          Map.entry("java.util.Date", "java.time.Instant"),
          Map.entry("java.util.Calendar", "java.time.ZonedDateTime"),
          Map.entry("java.util.GregorianCalendar", "java.time.ZonedDateTime"),
          Map.entry("java.sql.Date", "java.time.LocalDate"),
          Map.entry("java.sql.Timestamp", "java.time.Instant"),
          Map.entry("java.util.TimeZone", "java.time.ZoneId"),
          Map.entry("java.io.File", "String"),
          Map.entry("java.nio.file.Path", "String"),
          Map.entry("java.lang.StringBuilder", "String"),
          Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
          Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
          Map.entry("java.util.Queue", "java.util.List"),
          Map.entry("java.util.Deque", "java.util.List"),
          Map.entry("java.util.ArrayList", "java.util.List"),
          Map.entry("java.util.LinkedList", "java.util.List"),
          Map.entry("java.util.HashSet", "java.util.Set"),
          Map.entry("java.util.LinkedHashSet", "java.util.Set"),
          Map.entry("java.util.TreeSet", "java.util.SortedSet"),
          Map.entry("java.util.NavigableSet", "java.util.SortedSet"),
          Map.entry("java.util.HashMap", "java.util.Map"),
          Map.entry("java.util.LinkedHashMap", "java.util.Map"),
          Map.entry("java.util.TreeMap", "java.util.Map"),
          Map.entry("java.util.SortedMap", "java.util.Map"),
          Map.entry("java.util.stream.Stream", "java.util.List"),
          Map.entry("com.fasterxml.jackson.databind.JsonNode", "tools.jackson.databind.JsonNode"));

  private Advice() {}

  static String insteadOf(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (name.startsWith("java.util.Optional")) {
      return "Only a parameter or component as a whole can be Optional.";
    }
    String known = BY_TYPE.get(name);
    if (known != null) {
      return "Use " + known + ".";
    }
    return type.getKind() == ElementKind.INTERFACE
        ? "Use a record, or a sealed interface of records."
        : "Use a record.";
  }
}
